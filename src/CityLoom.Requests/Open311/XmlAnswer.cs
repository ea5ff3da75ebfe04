using System.Globalization;
using System.Text;
using System.Xml;

namespace CityLoom.Requests.Open311;

/// <summary>An answer in XML: UTF-8 with declaration, no namespaces.</summary>
internal sealed class XmlAnswer(Stream output) : Answer
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = false };

    private readonly XmlWriter _xml = XmlWriter.Create(output, Settings);
    private readonly Stack<string> _items = new();

    public override string ContentType => "text/xml; charset=utf-8";

    public override void BeginList(string list, string item)
    {
        _xml.WriteStartElement(list);
        _items.Push(item);
    }

    public override void EndList()
    {
        _items.Pop();
        _xml.WriteEndElement();
    }

    public override void BeginItem() => _xml.WriteStartElement(_items.Peek());

    public override void EndItem() => _xml.WriteEndElement();

    public override void BeginObject(string name) => _xml.WriteStartElement(name);

    public override void EndObject() => _xml.WriteEndElement();

    public override void Write(string name, string? value) => _xml.WriteElementString(name, value);

    public override void Write(string name, double? value) => _xml.WriteElementString(name, value?.ToString("R", CultureInfo.InvariantCulture));

    public override void Write(string name, bool value) => _xml.WriteElementString(name, value ? "true" : "false");

    public override void Write(string list, string item, IEnumerable<string> values)
    {
        _xml.WriteStartElement(list);
        foreach (var value in values)
        {
            _xml.WriteElementString(item, value);
        }

        _xml.WriteEndElement();
    }

    public override void Flush() => _xml.Flush();

    public override void Dispose() => _xml.Dispose();
}
