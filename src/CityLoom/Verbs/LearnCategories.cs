using System.Globalization;
using CityLoom.Requests.Understanding;

namespace CityLoom.Verbs;

/// <summary>Trains a model of categories, and suggests categories with one.</summary>
internal sealed class LearnCategories(Terminal terminal)
{
    private static readonly string[] Labelled = ["label", "subject", "detail"];
    private readonly RequestTables _tables = new(terminal);

    public int Train(FileInfo data, string model, int check)
    {
        var requests = _tables.Rows(data, Labelled, row => new LabelledRequest(row["label"].Trim(), row.Words));
        if (requests is null)
        {
            return ExitCodes.SomeRefused;
        }

        var unlabelled = requests.RemoveAll(r => r.Label.Length == 0);
        if (unlabelled > 0)
        {
            terminal.Error($"{data.Name}: {unlabelled} 行没有 label，未用于训练 / {unlabelled} rows have no label and were left out");
        }

        var trained = _tables.Guarded(data.Name, () => Train(requests, model, check));
        return trained is null || unlabelled > 0 ? ExitCodes.SomeRefused : ExitCodes.Done;
    }

    public int Classify(FileInfo model, FileInfo requests, string answers, bool words)
    {
        if (_tables.Guarded(model.Name, () => Read(model)) is not { } known)
        {
            return ExitCodes.SomeRefused;
        }

        string[] added = words ? ["label", "confidence", "second", "words"] : ["label", "confidence", "second"];
        var done = _tables.Answer(requests, ["subject", "detail"], added, answers, row => Suggest(known, row.Words, words));
        return done ? ExitCodes.Done : ExitCodes.SomeRefused;
    }

    private static CategoryModel Read(FileInfo file)
    {
        using var stream = file.OpenRead();
        return ModelFile.Read(stream);
    }

    private static IEnumerable<string> Suggest(CategoryModel model, RequestWords request, bool words)
    {
        var suggestion = model.Suggest(request);
        yield return suggestion.Label;
        yield return suggestion.Confidence.ToString("0.0000", CultureInfo.InvariantCulture);
        yield return suggestion.Second ?? "";
        if (words)
        {
            yield return string.Join(';', model.Explain(request).Select(w => w.Text));
        }
    }

    private CategoryModel Train(List<LabelledRequest> requests, string file, int check)
    {
        if (check >= 2)
        {
            Report(CrossValidation.Judge(requests, folds: check));
        }

        var model = CategoryTraining.Train(requests);
        var draft = file + ".part";
        using (var stream = File.Create(draft))
        {
            ModelFile.Write(stream, model);
        }

        File.Move(draft, file, overwrite: true);
        terminal.Line(string.Create(CultureInfo.InvariantCulture,
            $"已学习 {requests.Count} 件、{model.Labels.Count} 类；置信度低于 {model.Threshold:0.00} 的交人判断 / learnt from {requests.Count} requests of {model.Labels.Count} categories; below a confidence of {model.Threshold:0.00} a person decides"));
        return model;
    }

    private void Report(Judgement judgement)
    {
        string F(double figure) => figure.ToString("0.0000", CultureInfo.InvariantCulture);
        terminal.Table(["label", "requests", "F1"],
        [
            .. judgement.Classes.Select(c => new[] { c.Label, c.Requests.ToString(CultureInfo.InvariantCulture), F(c.F1) }),
            ["(weighted)", judgement.Requests.ToString(CultureInfo.InvariantCulture), F(judgement.WeightedF1)],
            ["(macro)", judgement.Requests.ToString(CultureInfo.InvariantCulture), F(judgement.MacroF1)],
        ]);
    }
}
