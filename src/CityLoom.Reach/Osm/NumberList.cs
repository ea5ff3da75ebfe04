namespace CityLoom.Reach.Osm;

/// <summary>A list of numbers that is filled again and again without new memory and seen as a span.</summary>
internal sealed class NumberList<T>
    where T : struct
{
    private T[] _numbers = new T[64];

    public int Count { get; private set; }

    public ReadOnlySpan<T> Span => _numbers.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(T number)
    {
        if (Count == _numbers.Length)
        {
            Array.Resize(ref _numbers, Count * 2);
        }
        _numbers[Count++] = number;
    }
}
