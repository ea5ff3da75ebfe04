namespace CityLoom.Emergency.Roster;

/// <summary>A span in which fewer are on duty than wanted.</summary>
/// <param name="Post">At which post.</param>
/// <param name="From">From when.</param>
/// <param name="Until">Until when.</param>
/// <param name="Have">How many are on duty.</param>
/// <param name="Want">How many are wanted.</param>
public sealed record CoverageGap(string Post, DateTimeOffset From, DateTimeOffset Until, int Have, int Want);

/// <summary>One person on two shifts at once.</summary>
/// <param name="First">The one that begins first.</param>
/// <param name="Second">The other.</param>
public sealed record DoubleBooking(Shift First, Shift Second);

/// <summary>Holds a roster against what is wanted. Pure.</summary>
public static class CheckCoverage
{
    /// <summary>
    /// The spans between two instants in which a post has fewer people than wanted: the count changes only where a shift begins or
    /// ends, so each stretch between two such instants is looked at once; neighbours that lack the same are told as one.
    /// </summary>
    /// <param name="shifts">The roster.</param>
    /// <param name="wanted">How many each post wants.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="until">The instant after the last.</param>
    public static IReadOnlyList<CoverageGap> Gaps(
        IReadOnlyList<Shift> shifts, IReadOnlyDictionary<string, int> wanted, DateTimeOffset from, DateTimeOffset until)
    {
        var gaps = new List<CoverageGap>();
        foreach (var (post, want) in wanted.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            var own = shifts.Where(s => s.Post == post && !s.Dropped && s.BeginsAt < until && s.EndsAt > from).ToList();
            var edges = own.SelectMany(s => new[] { s.BeginsAt, s.EndsAt }).Where(e => e > from && e < until).Append(from).Append(until).Distinct().Order().ToList();
            for (var i = 0; i + 1 < edges.Count; i++)
            {
                var have = own.Where(s => s.At(edges[i])).Select(s => s.Person).Distinct(StringComparer.Ordinal).Count();
                if (have >= want)
                {
                    continue;
                }

                if (gaps.Count > 0 && gaps[^1] is { } last && last.Post == post && last.Until == edges[i] && last.Have == have)
                {
                    gaps[^1] = last with { Until = edges[i + 1] };
                }
                else
                {
                    gaps.Add(new CoverageGap(post, edges[i], edges[i + 1], have, want));
                }
            }
        }

        return [.. gaps.OrderBy(g => g.From).ThenBy(g => g.Post, StringComparer.Ordinal)];
    }

    /// <summary>Every pair of shifts of the same person that overlap, at one post or at two.</summary>
    public static IReadOnlyList<DoubleBooking> Doubles(IReadOnlyList<Shift> shifts)
    {
        var found = new List<DoubleBooking>();
        foreach (var person in shifts.Where(s => !s.Dropped).GroupBy(s => s.Person, StringComparer.Ordinal))
        {
            var own = person.OrderBy(s => s.BeginsAt).ThenBy(s => s.Id).ToList();
            for (var i = 0; i < own.Count; i++)
            {
                for (var j = i + 1; j < own.Count && own[j].BeginsAt < own[i].EndsAt; j++)
                {
                    found.Add(new DoubleBooking(own[i], own[j]));
                }
            }
        }

        return [.. found.OrderBy(d => d.Second.BeginsAt).ThenBy(d => d.First.Id)];
    }
}
