namespace CityLoom.Detection.Series;

/// <summary>Working room that is kept from run to run and grows only when a longer series comes.</summary>
/// <typeparam name="T">What lies in it.</typeparam>
internal sealed class Room<T>
{
    private T[] _items = [];

    /// <summary>So many places, with whatever was left in them.</summary>
    public Span<T> Of(int length)
    {
        if (_items.Length < length)
        {
            _items = new T[length];
        }
        return _items.AsSpan(0, length);
    }
}
