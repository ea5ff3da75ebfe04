namespace CityLoom.Reading.Grammar;

/// <summary>How a clause is built, which decides what it joins.</summary>
internal enum ClauseShape
{
    /// <summary>Nothing but lead-in words.</summary>
    Empty,

    /// <summary>Opens with a verb, adverbs and preposed phrases aside.</summary>
    Verbal,

    /// <summary>A preposed phrase or condition without an act of its own.</summary>
    Frontal,

    /// <summary>A verb of means (依托, 聚焦): joins the act after it.</summary>
    Means,

    /// <summary>Goes on with the clause before it.</summary>
    Tail,

    /// <summary>Opens with a noun: a subject with its statement.</summary>
    Nominal,
}
