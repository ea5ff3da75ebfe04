using System.Globalization;
using CityLoom.Requests.Likeness;
using CityLoom.Requests.Understanding;

namespace CityLoom.Verbs;

/// <summary>Scores pairs of requests: one matter at one place, or two.</summary>
internal sealed class ComparePairs(Terminal terminal)
{
    private readonly RequestTables _tables = new(terminal);

    public int Run(FileInfo messages, FileInfo pairs, string answers)
    {
        if (_tables.Rows(messages, ["id", "subject", "detail"], Filed) is not { } requests)
        {
            return ExitCodes.SomeRefused;
        }

        var set = new RequestPairs(requests);
        var unknown = 0;
        var done = _tables.Answer(pairs, ["pair_id", "a", "b"], ["score", "same"], answers, row => Score(set, pairs, row, ref unknown));
        return done && unknown == 0 ? ExitCodes.Done : ExitCodes.SomeRefused;
    }

    /// <summary>A row with <c>id,subject,detail</c> and, where the file has them, <c>time,place,likes</c>.</summary>
    public static FiledRequest Filed(RequestFile row)
    {
        DateTimeOffset? time = DateTimeOffset.TryParse(row["time"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
        _ = int.TryParse(row["likes"], NumberStyles.None, CultureInfo.InvariantCulture, out var likes);
        return new(row["id"], row.Words, time, row["place"], likes);
    }

    private string[] Score(RequestPairs set, FileInfo pairs, RequestFile row, ref int unknown)
    {
        foreach (var id in (string[])[row["a"], row["b"]])
        {
            if (!set.Has(id))
            {
                unknown++;
                terminal.Error($"{pairs.Name}:{row.Line}: 没有编号为 {id} 的诉求 / there is no message with the id {id}");
                return ["", ""];
            }
        }

        var score = set.Score(row["a"], row["b"]);
        return [score.ToString("0.0000", CultureInfo.InvariantCulture), score >= RequestPairs.Same ? "1" : "0"];
    }
}
