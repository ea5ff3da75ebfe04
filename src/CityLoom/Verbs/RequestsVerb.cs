using System.CommandLine;

namespace CityLoom.Verbs;

/// <summary><c>cityloom requests</c>: what the words of residents' requests say.</summary>
internal static class RequestsVerb
{
    public static Command Create(Terminal terminal) => new("requests", "民生诉求 / residents' requests: learn and suggest categories, find the same matter said twice, hot topics")
    {
        Train(terminal), Classify(terminal), Duplicates(terminal), Topics(terminal), Simulate(terminal),
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

    private static Command Topics(Terminal terminal)
    {
        var messages = File("--messages", "诉求，CSV 列 id,subject,detail,time[,place,likes] / the requests");
        var from = new Option<string?>("--from") { Description = "首日 / first day", HelpName = "YYYY-MM-DD" };
        var to = new Option<string?>("--to") { Description = "末日，含当日 / last day, included", HelpName = "YYYY-MM-DD" };
        var top = new Option<int>("--top") { Description = "最多几个 / how many at most", DefaultValueFactory = _ => 10 };
        var answers = Target("--out", "结果：rank,heat,requests,first,last,days,places,title,members；- 表示标准输出 / the topics; - for standard output");
        top.Validators.Add(result => Between(result, top, 1, 10_000));
        var topics = new Command("topics", "一段时间的热点 / hot topics of a period, hottest first, with their spread in place and time") { messages, from, to, top, answers };
        topics.SetAction(parsed => new TellTopics(terminal)
            .Run(parsed.GetRequiredValue(messages), (parsed.GetValue(from), parsed.GetValue(to)), parsed.GetValue(top), parsed.GetRequiredValue(answers)));
        return topics;
    }

    private static Command Simulate(Terminal terminal)
    {
        var samples = File("--samples", "样例，CSV 列 label,subject,detail / requests to make others from, such as demo/requests.csv");
        var from = new Option<string>("--from") { Description = "首日 / first day", HelpName = "YYYY-MM-DD", Required = true };
        var days = new Option<int>("--days") { Description = "天数 / days", DefaultValueFactory = _ => 7 };
        var daily = new Option<int>("--daily") { Description = "日均件数 / requests on an average day", DefaultValueFactory = _ => 1000 };
        var places = new Option<string>("--places") { Description = "区划编码，以分号分隔，最忙的在前 / codes of territories, parted by semicolons, busiest first", Required = true };
        var seed = new Option<int>("--seed") { Description = "同一数字得同样的诉求 / the same number gives the same requests", DefaultValueFactory = _ => 1 };
        var answers = Target("--out", "结果：id,time,place,label,subject,detail；- 表示标准输出 / the requests; - for standard output");
        days.Validators.Add(result => Between(result, days, 1, 3660));
        daily.Validators.Add(result => Between(result, daily, 1, 2_000_000));
        places.Validators.Add(result => Some(result, places));
        var simulate = new Command("simulate", "按真实形状造诉求，供演练与压测 / make up requests in the shape of a hotline's, for trials and load")
        {
            samples, from, days, daily, places, seed, answers,
        };
        simulate.SetAction(parsed => new MakeUpRequests(terminal).Run(
            parsed.GetRequiredValue(samples),
            (parsed.GetRequiredValue(from), parsed.GetValue(days), parsed.GetValue(daily), parsed.GetValue(seed)),
            Parts(parsed.GetRequiredValue(places)),
            parsed.GetRequiredValue(answers)));
        return simulate;
    }

    private static string[] Parts(string codes) => codes.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Some(System.CommandLine.Parsing.OptionResult result, Option<string> option)
    {
        if (Parts(result.GetValueOrDefault<string>() ?? "").Length == 0)
        {
            result.AddError($"{option.Name}: 至少一个编码 / one code at least");
        }
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
