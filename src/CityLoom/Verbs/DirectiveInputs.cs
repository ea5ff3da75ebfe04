namespace CityLoom.Verbs;

/// <summary>Makes the list of files out of the names on the command line; a folder stands for the readable files in it.</summary>
internal sealed class DirectiveInputs(Terminal terminal)
{
    private static readonly string[] Readable = [".txt", ".html", ".htm", ".docx", ".pdf"];

    private readonly List<DirectiveInput> _found = [];
    private readonly HashSet<string> _outputs = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<DirectiveInput> Found => _found;

    public bool AnyRefused { get; private set; }

    public void Add(string name)
    {
        if (name == "-" || File.Exists(name))
        {
            AddFile(name);
        }
        else if (Directory.Exists(name))
        {
            AddFolder(name);
        }
        else
        {
            Refuse(name, "没有这个文件或文件夹。请检查路径。", "There is no such file or folder. Check the path.", "missing");
        }
    }

    private void AddFolder(string folder)
    {
        var files = Directory.EnumerateFiles(folder).Where(IsReadable).Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
        {
            Refuse(folder, "文件夹里没有 txt、html、docx 或 pdf 文件。", "The folder holds no txt, html, docx or pdf file.", "empty-folder");
        }
        foreach (var file in files)
        {
            AddFile(file);
        }
    }

    private void AddFile(string name)
    {
        var output = name == "-" ? "stdin.json" : Path.GetFileNameWithoutExtension(name) + ".json";
        if (!_outputs.Add(output) && !_outputs.Add(output = Path.GetFileName(name) + ".json"))
        {
            Refuse(name, "另一个文件已用同样的名字。请分开读取。", "Another file has the same name. Read them apart.", "same-name");
            return;
        }
        _found.Add(new DirectiveInput(name, output));
    }

    private static bool IsReadable(string file) => Readable.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private void Refuse(string name, string zh, string en, string code)
    {
        AnyRefused = true;
        terminal.Error($"{name}: {zh} / {en} [{code}]");
    }
}
