using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityLoom.Detection.Series;

namespace CityLoom.Verbs;

/// <summary>Prints findings as CSV, as a line of JSON for each series, or only the alarms as a table.</summary>
internal abstract class FindingWriter : IDisposable
{
    public static FindingWriter For(Terminal terminal, DetectRequest request) => request switch
    {
        { Json: true } => new JsonLines(terminal.Output, request.Method),
        { Csv: true } => new CsvLines(terminal.Output),
        _ => new AlarmTable(terminal),
    };

    public abstract void Write(CountSeries series, Finding[] findings);

    public abstract void Dispose();

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("G15", CultureInfo.InvariantCulture);

    private static string Period(CountSeries series, Finding finding) => series.Dates[finding.Index].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class CsvLines : FindingWriter
    {
        private readonly TextWriter _output;

        public CsvLines(TextWriter output)
        {
            _output = output;
            _output.WriteLine("series,date,observed,expected,threshold,statistic,p_value,alarm");
        }

        public override void Write(CountSeries series, Finding[] findings)
        {
            foreach (var found in findings)
            {
                _output.WriteLine(string.Join(',', series.Name, Period(series, found), Number(found.Observed), Number(found.Expected),
                    Number(found.Threshold), Number(found.Statistic), Number(found.PValue), found.Alarm ? "1" : "0"));
            }
        }

        public override void Dispose() => _output.Flush();
    }

    private sealed class JsonLines(TextWriter output, string method) : FindingWriter
    {
        public override void Write(CountSeries series, Finding[] findings)
        {
            var list = new JsonArray([.. findings.Select(found => (JsonNode)new JsonObject
            {
                ["date"] = Period(series, found),
                ["observed"] = Value(found.Observed),
                ["expected"] = Value(found.Expected),
                ["threshold"] = Value(found.Threshold),
                ["statistic"] = Value(found.Statistic),
                ["pValue"] = Value(found.PValue),
                ["alarm"] = found.Alarm,
            })]);
            output.WriteLine(new JsonObject { ["series"] = series.Name, ["method"] = method, ["findings"] = list }.ToJsonString());
        }

        public override void Dispose() => output.Flush();

        private static JsonValue? Value(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
    }

    private sealed class AlarmTable(Terminal terminal) : FindingWriter
    {
        private readonly List<string[]> _rows = [];

        public override void Write(CountSeries series, Finding[] findings) => _rows.AddRange(findings.Where(found => found.Alarm).Select(found =>
            new[] { series.Name, Period(series, found), Number(found.Observed), Short(found.Expected), Short(found.Threshold), Short(found.PValue) }));

        public override void Dispose() => terminal.Table(
            ["序列 / series", "日期 / date", "计数 / count", "预期 / expected", "阈值 / threshold", "p"], _rows);

        private static string Short(double value) => double.IsNaN(value) ? "" : value.ToString("G4", CultureInfo.InvariantCulture);
    }
}
