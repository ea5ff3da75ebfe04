namespace CityLoom.Requests.Understanding;

/// <summary>A text as a vector: the places that are not zero, and their values.</summary>
internal sealed record SparseRow(int[] Places, float[] Values)
{
    public double SquaredLength => Values.Sum(v => (double)v * v);
}
