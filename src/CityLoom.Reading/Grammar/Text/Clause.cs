namespace CityLoom.Reading.Grammar;

/// <summary>A run of text between two stops, and what the rules found out about it. Offsets are those of the clean text.</summary>
internal sealed class Clause
{
    /// <summary>First character after lead-ins, modals and a subject that is told to act.</summary>
    public required int Start { get; set; }

    /// <summary>After the last character, stops excluded.</summary>
    public required int End { get; set; }

    /// <summary>Where the clause began before anything was taken off.</summary>
    public required int Origin { get; init; }

    /// <summary>The mark that ended it.</summary>
    public required char Stop { get; init; }

    /// <summary>Number of the sentence (。) in the paragraph.</summary>
    public required int Sentence { get; init; }

    /// <summary>Number of the part (；) in the paragraph; a part never spans sentences.</summary>
    public required int Part { get; init; }

    public ClauseShape Shape { get; set; }

    /// <summary>After the modal of a subject that the span keeps, 0 without one.</summary>
    public int ModalEnd { get; set; }

    public bool HasModal { get; set; }

    /// <summary>Opened by 一是, 二要 and the like.</summary>
    public bool IsEnumerated { get; set; }

    /// <summary>The subject in front of the modal or verb; empty when there is none.</summary>
    public Range Subject { get; set; }

    public bool HasSubject { get; set; }

    public int VerbStart { get; set; }

    public int VerbEnd { get; set; }

    public float Lean { get; set; }

    /// <summary>Words that opened the clause before its verb.</summary>
    public WordClass Opening { get; set; }

    public int Length => End - Start;
}
