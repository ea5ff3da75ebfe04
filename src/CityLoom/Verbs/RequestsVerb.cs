using System.CommandLine;

namespace CityLoom.Verbs;

/// <summary><c>cityloom requests</c>: what the words of residents' requests say.</summary>
internal static class RequestsVerb
{
    public static Command Create(Terminal terminal) => new("requests", "民生诉求 / residents' requests: learn and suggest categories, find the same matter said twice, hot topics")
    {
        Train(terminal), Classify(terminal), Duplicates(terminal),
    };

    private static Command Train(Terminal terminal)
    {
        var data = File("--data", "已由人定类的诉求，CSV 列 label,subject,detail / requests whose category people decided");
        var model = Target("--model", "要写的模型文件 / the model to write");
        var check = new Option<int>("--check")
        {
            Description = "先分成 N 份交叉检验并列出各类 F1 / first hold back each of N parts once and print the F1 of every category",
            HelpName = "N",
        };
        check.Validators.Add(result => Between(result, check, 2, 20));
        var train = new Command("train", AboutTrain) { data, model, check };
        train.SetAction(parsed => new LearnCategories(terminal).Train(parsed.GetRequiredValue(data), parsed.GetRequiredValue(model), parsed.GetValue(check)));
        return train;
    }

    private static Command Classify(Terminal terminal)
    {
        var model = File("--model", "requests train 写出的模型 / the model that requests train wrote");
        var requests = File("--in", "要归类的诉求，CSV 列 subject,detail / the requests");
        var answers = Target("--out", "结果：原样各列加 label,confidence,second；- 表示标准输出 / the same rows with label,confidence,second; - for standard output");
        var words = new Option<bool>("--words") { Description = "另加 words 列：起决定作用的词语 / add a column of the words that decided" };
        var classify = new Command("classify", "按文字建议类别 / suggest the category of each request, with its confidence and the next likeliest") { model, requests, answers, words };
        classify.SetAction(parsed => new LearnCategories(terminal)
            .Classify(parsed.GetRequiredValue(model), parsed.GetRequiredValue(requests), parsed.GetRequiredValue(answers), parsed.GetValue(words)));
        return classify;
    }

    private static Command Duplicates(Terminal terminal)
    {
        var messages = File("--messages", "诉求全集，CSV 列 id,subject,detail[,time] / all requests; how rare a word is, is taken from them");
        var pairs = File("--pairs", "要比较的成对编号，CSV 列 pair_id,a,b / the pairs to compare");
        var answers = Target("--out", "结果：原样各列加 score,same；- 表示标准输出 / the same rows with score,same; - for standard output");
        var duplicates = new Command("duplicates", "判断两件诉求是否同一地点的同一件事 / score pairs: 1 is the same matter at the same place") { messages, pairs, answers };
        duplicates.SetAction(parsed => new ComparePairs(terminal)
            .Run(parsed.GetRequiredValue(messages), parsed.GetRequiredValue(pairs), parsed.GetRequiredValue(answers)));
        return duplicates;
    }

    private static Option<FileInfo> File(string name, string about) => new(name) { Description = about, HelpName = "FILE", Required = true };

    private static Option<string> Target(string name, string about) => new(name) { Description = about, HelpName = "FILE", Required = true };

    private static void Between(System.CommandLine.Parsing.OptionResult result, Option<int> option, int low, int high)
    {
        if (result.GetValueOrDefault<int>() is var value && (value < low || value > high))
        {
            result.AddError($"{option.Name}: {low}–{high}");
        }
    }

    private const string AboutTrain = """
        从已定类的诉求学习，供 classify 与受理页面建议类别
          Learns from requests whose category people decided.

        detail 为空而有 tokens 列的行，以 tokens 代之；其余列不看
          Where detail is empty and there is a column tokens, that is read instead; other columns are ignored.

        示例 / Examples:
          cityloom requests train --data decided.csv --model categories.model --check 5
          cityloom requests classify --model categories.model --in today.csv --out suggested.csv --words
        """;
}
