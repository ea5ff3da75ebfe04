namespace CityLoom.Reading.Grammar;

/// <summary>What speaks for or against an act; each has its weight in <c>Data/weights.txt</c>.</summary>
internal enum Sign
{
    // The document.
    Report,
    Resolution,
    Plan,
    Notice,

    // The place.
    Item,
    OwnerBracket,
    ToldSubject,
    First,
    FirstStrong,
    Enumerated,
    Only,
    Last,
    AfterAct,

    // The opening.
    Result,
    Means,
    Hedged,
    HedgedMildly,
    Modal,
    Statement,
    NoVerb,

    // The object.
    Quote,
    Title,
    Number,
    Counted,
    Pair,
    Several,
    AndSoOn,
    Proper,
    DoneTo,
    Mechanism,
    Facility,
    Document,
    Event,
    Operation,
    Campaign,
    Class,
    Vague,
    Political,
    PoliticalSentence,
    EndsQuote,
    EndsVague,
    EndsMade,
    EndsOperation,
    EndsClass,
    Deadline,
    Short,
    Long,
    VerbOnly,
}
