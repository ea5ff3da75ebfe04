using System.CommandLine;
using System.CommandLine.Parsing;

namespace CityLoom.Verbs;

/// <summary><c>cityloom directive</c>: work on directives; for now to read them.</summary>
internal static class DirectiveVerb
{
    public static Command Create(Terminal terminal)
    {
        var directive = new Command("directive", "部署文件 / directives: the documents in which a city says what it will do");
        directive.Add(Read(terminal));
        return directive;
    }

    private static Command Read(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "文本、HTML、DOCX 或 PDF；文件夹；- 表示标准输入 / text, HTML, DOCX or PDF, a folder, or - for standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(RefuseUnknownOptions);
        var json = new Option<bool>("--json") { Description = "输出 JSON / print JSON" };
        var explain = new Option<bool>("--explain") { Description = "说明每条举措由哪条规则得出 / say which rule decided each measure" };
        var output = new Option<DirectoryInfo?>("--out") { Description = "每个文件写一个 NAME.json / write NAME.json for each file", HelpName = "DIR" };
        var read = new Command("read", About) { files, json, explain, output };
        read.SetAction(parsed => new ReadDirectives(terminal, parsed.GetValue(json), parsed.GetValue(explain), parsed.GetValue(output))
            .Run(parsed.GetValue(files)!));
        return read;
    }

    /// <summary>A mistyped option would otherwise be taken for the name of a file.</summary>
    private static void RefuseUnknownOptions(ArgumentResult files)
    {
        foreach (var token in files.Tokens.Where(token => token.Value.Length > 1 && token.Value[0] == '-'))
        {
            files.AddError($"没有这个选项 / there is no option {token.Value}");
        }
    }

    private const string About = """
        读出部署文件中的举措、目标、责任单位、时限和数量
          Reads the measures, targets, owners, deadlines and quantities out of a directive.

        示例 / Examples:
          cityloom directive read report.docx                 看一份文件的台账 / see the ledger of one file
          cityloom directive read report.txt --json           输出 JSON / print JSON
          cityloom directive read report.txt --json --explain 附规则说明 / with the rules that decided
          cityloom directive read inbox/ --out ledgers/       整个文件夹 / a whole folder, all cores
          curl -s URL | cityloom directive read - --json      从标准输入 / from standard input

        退出码 / Exit codes: 0 完成 done, 1 部分文件无法读取 some input refused, 2 用法有误 wrong usage
        """;
}
