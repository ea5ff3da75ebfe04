using System.Globalization;
using CityLoom.Detection.Series;

namespace CityLoom.Verbs;

/// <summary>A city by its division code, with its new cases a day.</summary>
internal sealed record CumulativeCity(string Code, CountSeries Series);

/// <summary>
/// New cases a day by city, from tables of cumulative counts; before a city's first row there was none, a fall counts as none. A city
/// is what has a division code of six digits: rows for imported cases, cases from elsewhere, prisons or an unknown place have none.
/// </summary>
internal sealed class CumulativeCities(DateOnly first, DateOnly end)
{
    private const int Date = 0;
    private const int City = 3;
    private const int Code = 4;
    private const int Confirmed = 5;

    private readonly Dictionary<string, (string Name, double[] Cumulative)> _cities = new(StringComparer.Ordinal);

    private readonly HashSet<(string Code, string Name)> _others = [];

    public bool Refused { get; private set; }

    /// <summary>How many groups were left out because they are not cities.</summary>
    public int Others => _others.Count;

    public void Add(string file, Action<long, string> report)
    {
        var number = 1L;
        foreach (var cells in File.ReadLines(file).Skip(1).Select(line => line.Split(',')))
        {
            number++;
            if (cells.Length <= Confirmed || !DateOnly.TryParse(cells[Date], CultureInfo.InvariantCulture, out var date)
                || !double.TryParse(cells[Confirmed], NumberStyles.Float, CultureInfo.InvariantCulture, out var count))
            {
                Refused = true;
                report(number, "需要日期和累计数 / needs a date and a cumulative count");
                continue;
            }
            if (!IsDivision(cells[Code]))
            {
                _others.Add((cells[Code], cells[City]));
            }
            else if (date >= first && date < end)
            {
                Days(cells[Code], cells[City])[date.DayNumber - first.DayNumber] = count;
            }
        }
    }

    public IEnumerable<CumulativeCity> Series() => _cities.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair =>
    {
        var daily = new double[pair.Value.Cumulative.Length];
        var before = 0.0;
        for (var i = 0; i < daily.Length; i++)
        {
            var now = double.IsNaN(pair.Value.Cumulative[i]) ? before : pair.Value.Cumulative[i];
            (daily[i], before) = (Math.Max(0, now - before), now);
        }
        return new CumulativeCity(pair.Key, new CountSeries(pair.Value.Name, daily, 365) { Dates = Enumerable.Range(0, daily.Length).Select(first.AddDays).ToArray() });
    });

    private static bool IsDivision(string code) => code.Length == 6 && code.All(char.IsAsciiDigit);

    private double[] Days(string code, string name)
    {
        if (!_cities.TryGetValue(code, out var city))
        {
            city = (name, new double[end.DayNumber - first.DayNumber]);
            Array.Fill(city.Cumulative, double.NaN);
            _cities[code] = city;
        }
        return city.Cumulative;
    }
}
