namespace CityLoom.Verbs.Detect;

/// <summary>Runs a reference's cases; which kind they are is told by their settings file.</summary>
internal sealed class RunCases(Terminal terminal)
{
    private const string Scan = "cases_scan.json";
    private const string Events = "cases.csv";
    private const string Nowcast = "nowcast.csv";

    private static readonly string[] Known = [Scan, Events, Nowcast];

    /// <param name="cases">A settings file, or a folder with one or with case files <c>cases*.json</c>.</param>
    /// <param name="series">Folder of the series that case files name; <c>series</c> beside them when null.</param>
    /// <param name="output">Where results go; not where the cases are, for some are named alike.</param>
    public int Run(FileSystemInfo cases, DirectoryInfo? series, DirectoryInfo? output)
    {
        if (output is null)
        {
            return terminal.Refuse("--cases 需要 --out / --cases needs --out DIR", ExitCodes.WrongUsage);
        }
        if (!cases.Exists)
        {
            return terminal.Refuse($"{cases.FullName}: 没有这个文件或文件夹 / there is no such file or folder");
        }
        var folder = cases as DirectoryInfo ?? ((FileInfo)cases).Directory!;
        return Path.TrimEndingDirectorySeparator(folder.FullName) == Path.TrimEndingDirectorySeparator(output.FullName)
            ? terminal.Refuse("--out 不能是用例所在的文件夹 / --out must not be the folder of the cases: results would take the place of settings", ExitCodes.WrongUsage)
            : Run(folder.FullName, cases is FileInfo ? cases.Name : Known.FirstOrDefault(name => File.Exists(Path.Combine(folder.FullName, name))), series, output);
    }

    private int Run(string folder, string? settings, DirectoryInfo? series, DirectoryInfo output) => settings switch
    {
        Scan => ScanFolder.Run(folder, output.FullName, terminal),
        Events when File.Exists(Path.Combine(folder, "events.csv")) => StcdFolder.Run(folder, output.FullName, terminal),
        Events or Nowcast => NowcastFolder.Run(folder, output.FullName, terminal),
        _ => OnSeries(folder, settings ?? "cases*.json", series, output),
    };

    private int OnSeries(string folder, string pattern, DirectoryInfo? series, DirectoryInfo output)
    {
        var files = new DirectoryInfo(folder).GetFiles(pattern).OrderBy(file => file.Name, StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
        {
            return terminal.Refuse($"{folder}: 没有用例 / holds no cases: looked for {string.Join(", ", Known)} and {pattern}");
        }
        series ??= new DirectoryInfo(Path.Combine(folder, "series"));
        return series.Exists
            ? new RunReferenceCases(terminal).Run(files, series, output)
            : terminal.Refuse("这类用例需要 --series / these cases need --series DIR, the folder of their series", ExitCodes.WrongUsage);
    }
}
