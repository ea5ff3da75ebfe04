namespace CityLoom.Reading.Grammar;

/// <summary>How a sentence speaks.</summary>
internal enum VoiceKind
{
    /// <summary>It tells somebody to act.</summary>
    Directive,

    /// <summary>It gives the purpose of a plan.</summary>
    Purpose,

    /// <summary>It says what was done.</summary>
    Past,

    /// <summary>It says how things are; it is left out.</summary>
    Statement,
}
