using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Text;

namespace CityLoom.Directives.Import;

/// <summary>A measure of another directive that says much the same.</summary>
public sealed record Likeness
{
    /// <summary>The measure at hand.</summary>
    public long MeasureId { get; init; }

    /// <summary>The other measure.</summary>
    public long OtherId { get; init; }

    /// <summary>Its words.</summary>
    public string Words { get; init; } = "";

    /// <summary>Its directive.</summary>
    public long DirectiveId { get; init; }

    /// <summary>Title of that directive.</summary>
    public string Title { get; init; } = "";

    /// <summary>The matter that was made of it.</summary>
    public long? MatterId { get; init; }

    /// <summary>Sørensen–Dice coefficient of the pairs of characters of both, 0 to 1.</summary>
    public double Value { get; init; }
}

/// <summary>Finds measures of different directives that say the same, by the pairs of characters that they share (Dice 1945).</summary>
public static class Likenesses
{
    /// <summary>From here on two measures are offered for merging.</summary>
    public const double Least = 0.6;

    /// <summary>The likenesses of a directive's measures, strongest first.</summary>
    public static List<Likeness> Of(Session session, long directive) => session.Rows<Likeness>(
        """
        select l.measure_id, l.other_id, o.words, o.directive_id, d.title, o.matter_id, l.likeness as value
        from measure_likenesses l join measures m on m.id = l.measure_id join measures o on o.id = l.other_id join directives d on d.id = o.directive_id
        where m.directive_id = @directive order by l.likeness desc
        """, new { directive });

    /// <summary>Compares new measures with those of the directives before; an inverted index keeps it to those that share words.</summary>
    internal static void Find(Writing writing, long directive, IReadOnlyList<ReviewedMeasure> measures)
    {
        var others = writing.Rows<OtherMeasure>(
            "select id, words from measures where directive_id <> @directive and kind in ('Action', 'Target') and status <> 'Rejected' and same_as is null order by id desc limit 50000",
            new { directive });
        if (others.Count == 0)
        {
            return;
        }

        var sets = others.ConvertAll(o => Bigrams.Of(o.Words).Where(w => w.Length > 1).ToHashSet(StringComparer.Ordinal));
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < sets.Count; i++)
        {
            foreach (var word in sets[i])
            {
                (index.TryGetValue(word, out var list) ? list : index[word] = []).Add(i);
            }
        }

        foreach (var measure in measures.Where(m => m.InLedger))
        {
            foreach (var (other, value) in Nearest(measure.Words, sets, index))
            {
                writing.Execute(
                    "insert into measure_likenesses (measure_id, other_id, likeness) values (@measure, @other, @value)",
                    new { measure = measure.Id, other = others[other].Id, value });
            }
        }
    }

    private static IEnumerable<(int Other, double Value)> Nearest(string words, List<HashSet<string>> sets, Dictionary<string, List<int>> index)
    {
        var own = Bigrams.Of(words).Where(w => w.Length > 1).ToList();
        var shared = new Dictionary<int, int>();
        foreach (var other in own.SelectMany(w => index.GetValueOrDefault(w) ?? []))
        {
            shared[other] = shared.GetValueOrDefault(other) + 1;
        }

        return shared
            .Select(p => (p.Key, Value: 2.0 * p.Value / (own.Count + sets[p.Key].Count)))
            .Where(p => p.Value >= Least)
            .OrderByDescending(p => p.Value)
            .Take(3);
    }

    private sealed record OtherMeasure
    {
        public long Id { get; init; }

        public string Words { get; init; } = "";
    }
}
