using System.Text;
using System.Xml;

namespace CityLoom.Reading.Sources;

/// <summary>Reads a Word body as a stream, never as a tree: one paragraph a line, the cells of a table's row with tabs between.</summary>
internal sealed class DocxBody(DocxNumbering numbering)
{
    private readonly StringBuilder _text = new();
    private int _cells;
    private int _start;
    private string? _style;
    private string? _list;
    private int? _level;

    public string Read(Stream part)
    {
        using var reader = XmlReader.Create(part, DocxXml.Settings);
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && IsSkipped(reader.LocalName))
            {
                reader.Skip();
                continue;
            }
            if (reader.NodeType == XmlNodeType.Element)
            {
                Enter(reader);
            }
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                Leave(reader.LocalName);
            }
            reader.Read();
        }
        return _text.ToString();
    }

    /// <summary>Text boxes interrupt the text, the fallback of a drawing repeats it, and what was struck out is not in force.</summary>
    private static bool IsSkipped(string name) => name is "txbxContent" or "Fallback" or "del" or "moveFrom" or "pPrChange" or "rPrChange";

    private void Enter(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "p" when !reader.IsEmptyElement:
                BeginParagraph();
                break;
            case "pStyle":
                _style = DocxXml.Value(reader);
                break;
            case "numId":
                _list = DocxXml.Value(reader);
                break;
            case "ilvl":
                _level = int.TryParse(DocxXml.Value(reader), out var level) ? level : null;
                break;
            case "t" when !reader.IsEmptyElement:
                reader.Read();
                _text.Append(reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace ? reader.Value : "");
                break;
            case "tab":
                _text.Append(' ');
                break;
            case "br" or "cr":
                _text.Append(_cells > 0 ? ' ' : '\n');
                break;
            case "noBreakHyphen":
                _text.Append('-');
                break;
            case "tc" when !reader.IsEmptyElement:
                _cells++;
                break;
        }
    }

    private void BeginParagraph()
    {
        _start = _text.Length;
        (_style, _list, _level) = (null, null, null);
    }

    private void Leave(string name)
    {
        switch (name)
        {
            case "p":
                EndParagraph();
                break;
            case "tc":
                _cells--;
                EndWith('\t');
                break;
            case "tr":
                EndWith('\n');
                break;
        }
    }

    private void EndParagraph()
    {
        if (_text.Length > _start)
        {
            _text.Insert(_start, numbering.Label(_style, _list, _level));
        }
        EndWith(_cells > 0 ? ' ' : '\n');
    }

    /// <summary>Puts one separator at the end in place of spaces.</summary>
    private void EndWith(char separator)
    {
        while (separator != ' ' && _text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
        }
        _text.Append(separator);
    }
}
