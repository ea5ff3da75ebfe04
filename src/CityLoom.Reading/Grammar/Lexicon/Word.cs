namespace CityLoom.Reading.Grammar;

/// <summary>A word found in a text.</summary>
/// <param name="Classes">All that it can be.</param>
/// <param name="Lean">For verbs: above zero leans to an act, below to exhortation.</param>
/// <param name="Length">In characters.</param>
internal readonly record struct Word(WordClass Classes, float Lean, int Length)
{
    public bool Is(WordClass wanted) => (Classes & wanted) != 0;
}
