using System.Buffers;

namespace CityLoom.Reach.Roads;

/// <summary>A part of a mapped file seen as an array, without copying it.</summary>
internal sealed unsafe class MappedMemory<T>(MappedFile file, long offset, int count) : MemoryManager<T>
    where T : unmanaged
{
    public override Span<T> GetSpan() => new((T*)(file.Start + offset), count);

    public override MemoryHandle Pin(int elementIndex = 0) => new((T*)(file.Start + offset) + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
