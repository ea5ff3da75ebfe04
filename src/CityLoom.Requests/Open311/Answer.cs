namespace CityLoom.Requests.Open311;

/// <summary>
/// Writes one answer of Open311 in either form. Lists are bare arrays in JSON and elements within an element in XML (the Spark
/// convention of the specification), so what is written says both names.
/// </summary>
internal abstract class Answer : IDisposable
{
    /// <summary>As the header says.</summary>
    public abstract string ContentType { get; }

    /// <summary>Begins a list, at the root or within an item.</summary>
    public abstract void BeginList(string list, string item);

    /// <summary>Ends the innermost list.</summary>
    public abstract void EndList();

    /// <summary>Begins an item of the innermost list.</summary>
    public abstract void BeginItem();

    /// <summary>Ends an item.</summary>
    public abstract void EndItem();

    /// <summary>Begins an object with a name of its own, at the root or within an item.</summary>
    public abstract void BeginObject(string name);

    /// <summary>Ends it.</summary>
    public abstract void EndObject();

    /// <summary>A text; null is written as an empty element or null.</summary>
    public abstract void Write(string name, string? value);

    /// <summary>A number, likewise.</summary>
    public abstract void Write(string name, double? value);

    /// <summary>A truth.</summary>
    public abstract void Write(string name, bool value);

    /// <summary>A list of plain texts.</summary>
    public abstract void Write(string list, string item, IEnumerable<string> values);

    /// <summary>Finishes what was written.</summary>
    public abstract void Flush();

    /// <inheritdoc/>
    public abstract void Dispose();
}
