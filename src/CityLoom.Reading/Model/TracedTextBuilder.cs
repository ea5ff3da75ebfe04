namespace CityLoom.Reading;

/// <summary>Builds a text piece by piece while it notes where each piece came from.</summary>
internal sealed class TracedTextBuilder(int capacity = 256)
{
    private char[] _text = GC.AllocateUninitializedArray<char>(capacity);
    private readonly List<TextRun> _runs = [];

    public int Length { get; private set; }

    public char Last => Length == 0 ? '\n' : _text[Length - 1];

    /// <summary>Adds one character that stood at <paramref name="source"/>.</summary>
    public void Append(char character, int source)
    {
        Note(source);
        Room(1)[0] = character;
    }

    /// <summary>Adds characters that followed each other in the source from <paramref name="source"/> on.</summary>
    public void Append(ReadOnlySpan<char> characters, int source)
    {
        if (!characters.IsEmpty)
        {
            Note(source);
            characters.CopyTo(Room(characters.Length));
        }
    }

    /// <summary>Adds a slice of <paramref name="from"/>, traced to what that text itself came from.</summary>
    public void Append(TracedText from, int start, int end) => from.CopyTo(this, start, end);

    /// <summary>Puts one character in the place of another from <paramref name="start"/> on.</summary>
    public void Replace(char old, char by, int start) => _text.AsSpan(start, Length - start).Replace(old, by);

    /// <summary>The text as built so far.</summary>
    public TracedText Build()
    {
        if (_runs.Count == 0 || _runs[0].Clean > 0)
        {
            _runs.Insert(0, new TextRun(0, 0));
        }
        return new TracedText(new string(_text, 0, Length), [.. _runs]);
    }

    /// <summary>Takes so many more places at the end.</summary>
    private Span<char> Room(int count)
    {
        if (_text.Length - Length < count)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, Length + count));
        }
        Length += count;
        return _text.AsSpan(Length - count, count);
    }

    private void Note(int source)
    {
        if (_runs.Count == 0 || _runs[^1].Source + Length - _runs[^1].Clean != source)
        {
            _runs.Add(new TextRun(Length, source));
        }
    }
}
