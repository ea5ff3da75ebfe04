using System.Text;

namespace CityLoom.Reading;

/// <summary>Builds a text piece by piece while it notes where each piece came from.</summary>
internal sealed class TracedTextBuilder(int capacity = 256)
{
    private readonly StringBuilder _text = new(capacity);
    private readonly List<TextRun> _runs = [];

    public int Length => _text.Length;

    public char Last => _text.Length == 0 ? '\n' : _text[^1];

    /// <summary>Adds one character that stood at <paramref name="source"/>.</summary>
    public void Append(char character, int source)
    {
        Note(source);
        _text.Append(character);
    }

    /// <summary>Adds characters that followed each other in the source from <paramref name="source"/> on.</summary>
    public void Append(ReadOnlySpan<char> characters, int source)
    {
        if (!characters.IsEmpty)
        {
            Note(source);
            _text.Append(characters);
        }
    }

    /// <summary>Adds a slice of <paramref name="from"/>, traced to what that text itself came from.</summary>
    public void Append(TracedText from, int start, int end) => from.CopyTo(this, start, end);

    /// <summary>Puts one character in the place of another from <paramref name="start"/> on.</summary>
    public void Replace(char old, char by, int start) => _text.Replace(old, by, start, _text.Length - start);

    /// <summary>The text as built so far.</summary>
    public TracedText Build()
    {
        if (_runs.Count == 0 || _runs[0].Clean > 0)
        {
            _runs.Insert(0, new TextRun(0, 0));
        }
        return new TracedText(_text.ToString(), [.. _runs]);
    }

    private void Note(int source)
    {
        if (_runs.Count == 0 || _runs[^1].Source + _text.Length - _runs[^1].Clean != source)
        {
            _runs.Add(new TextRun(_text.Length, source));
        }
    }
}
