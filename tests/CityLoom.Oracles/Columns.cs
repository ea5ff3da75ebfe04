namespace CityLoom.Oracles;

/// <summary>A plain comma-separated reference file with a header, read as columns by name.</summary>
internal sealed class Columns
{
    private readonly string[] _header;
    private readonly string[][] _rows;

    public Columns(string path)
    {
        var lines = File.ReadAllLines(path);
        _header = lines[0].Split(',');
        _rows = [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];
    }

    public int Count => _rows.Length;

    public string[] Of(string name)
    {
        var at = Array.IndexOf(_header, name);
        Assert.True(at >= 0, $"There is no column {name}.");
        return [.. _rows.Select(row => row[at])];
    }

    public double[] Numbers(string name) => [.. Of(name).Select(text => text.Length == 0 ? double.NaN : double.Parse(text))];

    public int[] Integers(string name) => [.. Of(name).Select(int.Parse)];

    public DateOnly[] Days(string name) => [.. Of(name).Select(text => DateOnly.ParseExact(text, "yyyy-MM-dd"))];
}
