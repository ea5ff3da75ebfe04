using System.Xml.Linq;

namespace CityLoom.Emergency.Alerts;

/// <summary>Reads single elements of a message and remembers which of them do not hold.</summary>
internal sealed class CapFaults(IReadOnlyDictionary<string, string[]> choices)
{
    private static readonly char[] Unfit = [' ', ',', '<', '&', '\t', '\n', '\r'];

    private readonly List<string> _faults = [];

    /// <summary>True while everything holds.</summary>
    public bool None => _faults.Count == 0;

    public void Add(string element) => _faults.Add(element);

    /// <summary>An empty list, with the fault remembered.</summary>
    public IReadOnlyList<T> Say<T>(string element)
    {
        Add(element);
        return [];
    }

    /// <summary>The words of an element; null when it is missing or empty.</summary>
    public static string? Text(XElement of, string name) => of.Element(CapWriter.Cap + name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    public string Needed(XElement of, string name)
    {
        if (Text(of, name) is { } text)
        {
            return text;
        }

        Add(name);
        return "";
    }

    /// <summary>A name in which the standard allows no spaces, commas, &lt; or &amp;.</summary>
    public string Name(XElement of, string name)
    {
        var text = Needed(of, name);
        if (text.IndexOfAny(Unfit) >= 0 || text.Length > 200)
        {
            Add(name);
        }

        return text;
    }

    public DateTimeOffset? Time(XElement of, string name, bool needed)
    {
        if (Text(of, name) is not { } text)
        {
            if (needed)
            {
                Add(name);
            }

            return null;
        }

        if (CapTime.TryParse(text, out var at))
        {
            return at;
        }

        Add(name);
        return null;
    }

    public T Named<T>(XElement of, string name)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(Text(of, name), out var value) && Enum.IsDefined(value) && value.ToString() == Text(of, name))
        {
            return value;
        }

        Add(name);
        return default;
    }

    public string Chosen(XElement of, string name)
    {
        var text = Text(of, name) ?? "";
        if (!choices[name].Contains(text))
        {
            Add(name);
        }

        return text;
    }

    public IReadOnlyList<string> Several(XElement of, string name, bool needed)
    {
        var all = of.Elements(CapWriter.Cap + name).Select(e => e.Value.Trim()).ToList();
        if (all.Exists(t => !choices[name].Contains(t)) || (needed && all.Count == 0))
        {
            Add(name);
        }

        return all;
    }

    public override string ToString() => string.Join(", ", _faults.Distinct());
}
