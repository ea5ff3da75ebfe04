using System.IO.MemoryMappedFiles;

namespace CityLoom.Reach.Roads;

/// <summary>A whole file mapped into memory for reading, until it is disposed of or nothing refers to it any more.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private bool _closed;

    public MappedFile(string path)
    {
        Length = new FileInfo(path).Length;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    ~MappedFile() => Release();

    public long Length { get; }

    public byte* Start => _closed ? throw new ObjectDisposedException(nameof(RoadFile)) : _start;

    public ReadOnlySpan<byte> Bytes => new(Start, checked((int)Length));

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (!_closed)
        {
            _closed = true;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _file.Dispose();
        }
    }
}
