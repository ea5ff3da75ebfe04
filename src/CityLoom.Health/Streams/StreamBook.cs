using CityLoom.Health.Counts;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Streams;

/// <summary>Keeps the streams: what is counted by whom.</summary>
public static class StreamBook
{
    private const string Made = "made";
    private const string Amended = "amended";
    private const string Columns =
        "id, code, condition, condition_name, condition_english, source, source_name, source_english, rhythm, unit, english_unit, persons, method";

    /// <summary>Streams; their counts have entries of their own in the same chain.</summary>
    public static KeptSubject Kept { get; } = new(HealthStream.Subject, [new RowSet("health_streams", "id", Columns)], [Made, Amended]);

    /// <summary>All streams by condition and code.</summary>
    public static List<HealthStream> All(Session session) => session.Rows<HealthStream>($"select {Columns} from health_streams order by condition, code");

    /// <summary>The stream with this code, or null.</summary>
    public static HealthStream? Find(Session session, string code) =>
        session.Row<HealthStream>($"select {Columns} from health_streams where code = @code", new { code });

    /// <summary>Stores streams under their codes, new or amended; returns how many changed. Brought again they leave no trace. Refused when one that has counts would get another rhythm.</summary>
    public static Outcome<int> Put(Writing writing, IReadOnlyList<HealthStream> streams, DateTimeOffset at, Actor by)
    {
        var before = All(writing).ToDictionary(s => s.Code, StringComparer.Ordinal);
        var changed = streams.Where(s => !before.TryGetValue(s.Code, out var known) || known != s with { Id = known.Id }).ToList();
        if (changed.Find(s => before.TryGetValue(s.Code, out var known) && known.Rhythm != s.Rhythm && CountBook.Any(writing, known.Id)) is { } other)
        {
            return HealthRefusals.OtherRhythm(other.Code);
        }

        foreach (var stream in changed)
        {
            var id = writing.Insert(
                "insert into health_streams (code, condition, condition_name, condition_english, source, source_name, source_english, rhythm, unit, english_unit, persons, method) "
                + "values (@Code, @Condition, @ConditionName, @ConditionEnglish, @Source, @SourceName, @SourceEnglish, @rhythm, @Unit, @EnglishUnit, @Persons, @Method) "
                + "on conflict (code) do update set condition = excluded.condition, condition_name = excluded.condition_name, condition_english = excluded.condition_english, "
                + "source = excluded.source, source_name = excluded.source_name, source_english = excluded.source_english, rhythm = excluded.rhythm, unit = excluded.unit, "
                + "english_unit = excluded.english_unit, persons = excluded.persons, method = excluded.method",
                new
                {
                    stream.Code, stream.Condition, stream.ConditionName, stream.ConditionEnglish, stream.Source, stream.SourceName, stream.SourceEnglish,
                    rhythm = stream.Rhythm.ToString(), stream.Unit, stream.EnglishUnit, stream.Persons, stream.Method,
                });
            Kept.Append(writing, id, at, by, before.ContainsKey(stream.Code) ? Amended : Made, stream with { Id = id });
        }

        return changed.Count;
    }

    /// <summary>Locks a stream, so that counts for it are entered one after the other.</summary>
    internal static void Take(Writing writing, long id) =>
        writing.Value<long>($"select id from health_streams where id = @id{writing.ForUpdate}", new { id });
}
