using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace CityLoom.Reading.Sources;

/// <summary>
/// The numbers that Word shows but does not store in the text: 一、 or （二） before a paragraph of a list. Counters run on
/// through the document as Word lets them, a deeper level starts anew under each number above it.
/// </summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<string, (string List, int Level)> _styles = [];
    private readonly Dictionary<string, string> _abstractOf = [];
    private readonly Dictionary<string, DocxLevel?[]> _levels = [];
    private readonly Dictionary<string, int[]> _counters = [];

    public static DocxNumbering Of(MainDocumentPart main)
    {
        var numbering = new DocxNumbering();
        if (main.NumberingDefinitionsPart is { } lists)
        {
            using var stream = lists.GetStream();
            numbering.AddLists(DocxXml.Load(stream));
        }
        if (main.StyleDefinitionsPart is { } styles)
        {
            using var stream = styles.GetStream();
            numbering.AddStyles(DocxXml.Load(stream));
        }
        return numbering;
    }

    /// <summary>The number before a paragraph, moving its counter on; empty for a paragraph that is in no list.</summary>
    public string Label(string? style, string? list, int? level)
    {
        var fromStyle = style is not null ? _styles.GetValueOrDefault(style) : default;
        list ??= fromStyle.List;
        var depth = level ?? fromStyle.Level;
        if (list is null || depth is < 0 or >= Levels || !_abstractOf.TryGetValue(list, out var id) || _levels.GetValueOrDefault(id) is not { } levels
            || levels[depth] is not { } shown)
        {
            return "";
        }
        var counters = Counters(id);
        counters[depth] = counters[depth] == int.MinValue ? shown.Start : counters[depth] + 1;
        counters.AsSpan(depth + 1).Fill(int.MinValue);
        return shown.Show(counters, levels);
    }

    private int[] Counters(string id)
    {
        if (!_counters.TryGetValue(id, out var counters))
        {
            _counters[id] = counters = new int[Levels];
            counters.AsSpan().Fill(int.MinValue);
        }
        return counters;
    }

    private void AddLists(XElement? root)
    {
        foreach (var definition in DocxXml.Children(root, "abstractNum"))
        {
            var levels = new DocxLevel?[Levels];
            foreach (var level in DocxXml.Children(definition, "lvl"))
            {
                if (int.TryParse(DocxXml.Attribute(level, "ilvl"), CultureInfo.InvariantCulture, out var depth) && depth is >= 0 and < Levels)
                {
                    levels[depth] = DocxLevel.Of(level);
                }
            }
            _levels[DocxXml.Attribute(definition, "abstractNumId") ?? ""] = levels;
        }
        foreach (var list in DocxXml.Children(root, "num"))
        {
            _abstractOf[DocxXml.Attribute(list, "numId") ?? ""] = DocxXml.Attribute(DocxXml.Child(list, "abstractNumId"), "val") ?? "";
        }
    }

    private void AddStyles(XElement? root)
    {
        foreach (var style in DocxXml.Children(root, "style"))
        {
            var properties = DocxXml.Child(DocxXml.Child(style, "pPr"), "numPr");
            if (DocxXml.Attribute(DocxXml.Child(properties, "numId"), "val") is { } list && DocxXml.Attribute(style, "styleId") is { } id)
            {
                _ = int.TryParse(DocxXml.Attribute(DocxXml.Child(properties, "ilvl"), "val"), CultureInfo.InvariantCulture, out var level);
                _styles[id] = (list, level);
            }
        }
    }
}
