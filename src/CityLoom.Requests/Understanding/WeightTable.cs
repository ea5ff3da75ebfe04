using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CityLoom.Requests.Understanding;

/// <summary>
/// A weight for every feature and class. The weights of one feature lie side by side and begin at a multiple of eight, so
/// that all classes are summed with one read of memory.
/// </summary>
internal sealed class WeightTable
{
    private const int Lanes = 8;
    private readonly float[] _cells;

    public WeightTable(int features, int classes)
    {
        Stride = (classes + Lanes - 1) / Lanes * Lanes;
        _cells = new float[features * Stride];
    }

    /// <summary>Cells from one feature to the next.</summary>
    public int Stride { get; }

    /// <summary>The weights of one feature, a cell for each class and then some unused.</summary>
    public Span<float> this[int feature] => _cells.AsSpan(feature * Stride, Stride);

    /// <summary>The weighted sums of a row, a cell for each class; <paramref name="sums"/> has <see cref="Stride"/> cells.</summary>
    public void Sum(ReadOnlySpan<int> places, ReadOnlySpan<float> values, Span<float> sums)
    {
        ref var cells = ref MemoryMarshal.GetArrayDataReference(_cells);
        for (var lane = 0; lane < Stride; lane += Lanes)
        {
            var sum = Vector256<float>.Zero;
            for (var j = 0; j < places.Length; j++)
            {
                sum += Vector256.LoadUnsafe(ref cells, (nuint)((places[j] * Stride) + lane)) * values[j];
            }

            sum.CopyTo(sums[lane..]);
        }
    }

    /// <summary>Adds a multiple of a row, another multiple for each class.</summary>
    public void Add(SparseRow row, ReadOnlySpan<float> multiples)
    {
        ref var cells = ref MemoryMarshal.GetArrayDataReference(_cells);
        for (var lane = 0; lane < Stride; lane += Lanes)
        {
            var step = Vector256.Create(multiples[lane..]);
            for (var j = 0; j < row.Places.Length; j++)
            {
                var at = (nuint)((row.Places[j] * Stride) + lane);
                (Vector256.LoadUnsafe(ref cells, at) + (step * row.Values[j])).StoreUnsafe(ref cells, at);
            }
        }
    }
}
