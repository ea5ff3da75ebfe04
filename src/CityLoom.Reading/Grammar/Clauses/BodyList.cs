namespace CityLoom.Reading.Grammar;

/// <summary>Reads “A、B和C” at the start of a text, each a body.</summary>
internal static class BodyList
{
    /// <summary>Length of the whole list with a closing 等, 0 when no body starts here.</summary>
    public static int Length(Phrase text)
    {
        var length = BodyNames.Length(text);
        while (length > 0 && length < text.Length)
        {
            var joint = JointLength(text[length..]);
            var next = joint == 0 ? 0 : BodyNames.Length(text[(length + joint)..]);
            if (next == 0)
            {
                break;
            }
            length += joint + next;
        }
        return length > 0 && length < text.Length && text[length] == '等' ? length + 1 : length;
    }

    /// <summary>Offset of the 和, 与 or 及 that parts the first body from another, 0 when there is none: 市科技局和各县区政府.</summary>
    public static int JointAfterFirst(Phrase text)
    {
        var length = BodyNames.Length(text);
        return length > 0 && length + 2 < text.Length && text[length] is '和' or '与' or '及' && BodyNames.Length(text[(length + 1)..]) > 0
            ? length : 0;
    }

    private static int JointLength(Phrase text) => text[0] switch
    {
        '、' or '和' or '与' or '及' => 1,
        '以' when text.StartsWith("以及") => 2,
        _ => 0,
    };
}
