namespace CityLoom.Benchmarks;

/// <summary>How fast texts went through.</summary>
/// <param name="PerSecond">Documents a second by the clock.</param>
/// <param name="PerProcessorSecond">Documents a second of processor time, all threads of the process together; other work on the machine disturbs it less.</param>
internal readonly record struct ReadingRate(double PerSecond, double PerProcessorSecond)
{
    public static ReadingRate Of(double documents, double seconds, double processorSeconds) => new(documents / seconds, documents / processorSeconds);

    /// <summary>The better of two measurements of the same work, figure by figure.</summary>
    public ReadingRate Best(ReadingRate other) =>
        new(Math.Max(PerSecond, other.PerSecond), Math.Max(PerProcessorSecond, other.PerProcessorSecond));
}
