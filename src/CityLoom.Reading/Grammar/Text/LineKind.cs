namespace CityLoom.Reading.Grammar;

/// <summary>What a paragraph is in the layout of a directive.</summary>
internal enum LineKind
{
    Title,
    Number,
    Addressees,
    Heading,
    Body,
    OwnerNote,
    Signature,
    Date,
    Attachment,
}
