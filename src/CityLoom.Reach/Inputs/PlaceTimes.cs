using CityLoom.Reach.Locate;

namespace CityLoom.Reach.Inputs;

/// <summary>Road times between named places, in whole seconds and one way; from a place to itself is 0.</summary>
public sealed class PlaceTimes
{
    private const int Longest = 7 * 24 * 3600;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, int), int> _seconds = [];

    /// <summary>The names of the places, in order of first mention.</summary>
    public IReadOnlyCollection<string> Places => _places.Keys;

    /// <summary>Why a place can't be asked about; null when its times are known.</summary>
    public InputFault? Unknown(string place) => _places.ContainsKey(place) ? null
        : new InputFault("times.unknown-place", $"道路时间里没有地点“{place}”。", $"The road times know no place named \"{place}\".");

    /// <summary>Seconds by road; <see cref="TravelMatrix.Unreachable"/> when no time is known.</summary>
    public int Seconds(string from, string to) =>
        from == to ? 0
        : _places.TryGetValue(from, out var a) && _places.TryGetValue(to, out var b) && _seconds.TryGetValue((a, b), out var seconds) ? seconds
        : TravelMatrix.Unreachable;

    /// <summary>Sets the time of one way; of a pair given twice the last counts.</summary>
    public void Set(string from, string to, int seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        _seconds[(Index(from), Index(to))] = seconds;
    }

    /// <summary>The times from each of some places (columns) to each of others (rows).</summary>
    /// <param name="to">Where to: the rows, such as demands.</param>
    /// <param name="from">Where from: the columns, such as stations.</param>
    public TravelMatrix Matrix(IReadOnlyList<string> to, IReadOnlyList<string> from) =>
        new(to.Count, from.Count, [.. to.SelectMany(end => from.Select(start => Seconds(start, end)))]);

    /// <summary>
    /// Reads <c>from,to,seconds</c> as CSV, or <c>origin,destination,seconds</c> as <c>cityloom reach matrix</c> writes it: parts of a second count
    /// as a whole one, without seconds there is no way. Or says what is wrong in which line.
    /// </summary>
    /// <param name="name">How complaints name the file.</param>
    /// <param name="text">The file.</param>
    public static Checked<PlaceTimes> Read(string name, TextReader text) => InputFaultException.Catch(() =>
    {
        var times = new PlaceTimes();
        var sheet = Sheet.Read(name, text, "seconds");
        var (from, to) = sheet.Has("origin") && !sheet.Has("from") ? ("origin", "destination") : ("from", "to");
        if (new[] { from, to }.FirstOrDefault(column => !sheet.Has(column)) is { } missing)
        {
            throw Sheet.Fault(name, 1, "sheet.no-column", $"缺少列 {missing}。", $"The column {missing} is missing.");
        }

        foreach (var row in sheet.Rows)
        {
            var (start, end) = (times.Index(row.Needed(from)), times.Index(row.Needed(to)));
            if (row.Text("seconds").Length > 0)
            {
                times._seconds[(start, end)] = (int)Math.Ceiling(row.Number("seconds", 0, Longest));
            }
        }

        return times;
    });

    private int Index(string place)
    {
        if (!_places.TryGetValue(place, out var index))
        {
            _places.Add(place, index = _places.Count);
        }

        return index;
    }
}
