namespace CityLoom.Reading.Grammar;

/// <summary>A word found in a text.</summary>
/// <param name="Length">In characters.</param>
/// <param name="Classes">All that it can be.</param>
/// <param name="Lean">For verbs: above zero leans to an act, below to exhortation.</param>
internal readonly record struct Word(int Length, WordClass Classes, float Lean)
{
    public bool Is(WordClass wanted) => (Classes & wanted) != 0;
}
