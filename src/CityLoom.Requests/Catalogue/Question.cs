using System.Globalization;
using CityLoom.Kernel;
using CityLoom.Requests.Intake;

namespace CityLoom.Requests.Catalogue;

/// <summary>What an answer to a question must look like; the six types of Open311.</summary>
public enum AnswerShape
{
    /// <summary>One line.</summary>
    String,

    /// <summary>A number, decimals with a point.</summary>
    Number,

    /// <summary>Date and time with zone.</summary>
    Datetime,

    /// <summary>Several lines.</summary>
    Text,

    /// <summary>One of the values.</summary>
    Singlevaluelist,

    /// <summary>Any of the values.</summary>
    Multivaluelist,
}

/// <summary>A value that may be chosen.</summary>
/// <param name="Key">As it is sent and stored.</param>
/// <param name="Name">As it is shown.</param>
public sealed record Choice(string Key, string Name);

/// <summary>Something asked about requests of one category: an attribute, in the words of Open311.</summary>
public sealed record Question
{
    /// <summary>Code of the category.</summary>
    public string Category { get; init; } = "";

    /// <summary>Code of the question within it.</summary>
    public string Code { get; init; } = "";

    /// <summary>Where it stands in the form, from 1.</summary>
    public int Position { get; init; }

    /// <summary>False when it is only a text to be read.</summary>
    public bool Variable { get; init; } = true;

    /// <summary>True when it must be answered.</summary>
    public bool Required { get; init; }

    /// <summary>What an answer looks like.</summary>
    public AnswerShape Shape { get; init; }

    /// <summary>The question, in Chinese.</summary>
    public string Words { get; init; } = "";

    /// <summary>The question, in English.</summary>
    public string English { get; init; } = "";

    /// <summary>How to answer it.</summary>
    public string Hint { get; init; } = "";

    /// <summary>What may be chosen.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Why these answers will not do; null when they do.</summary>
    public Refusal? Refuse(IReadOnlyList<string>? answers)
    {
        if (answers is not { Count: > 0 })
        {
            return Required && Variable ? RequestRefusals.Attribute(Code, "必须回答。", "it is required.") : null;
        }

        return Shape switch
        {
            not AnswerShape.Multivaluelist when answers.Count > 1 => RequestRefusals.Attribute(Code, "只能有一个答案。", "it takes one value."),
            AnswerShape.Number when !double.TryParse(answers[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) =>
                RequestRefusals.Attribute(Code, "须为数字。", "it must be a number."),
            AnswerShape.Datetime when !Instants.TryParse(answers[0], out _) =>
                RequestRefusals.Attribute(Code, "须为带时区的日期时间，如 2026-03-01T09:00:00+08:00。", "it must be a date and time with zone, such as 2026-03-01T09:00:00+08:00."),
            AnswerShape.Singlevaluelist or AnswerShape.Multivaluelist when answers.Any(a => !Choices.Any(c => c.Key == a)) =>
                RequestRefusals.Attribute(Code, $"须从下列值中选择：{Keys}。", $"it must be one of: {Keys}."),
            _ => null,
        };
    }

    private string Keys => string.Join(", ", Choices.Select(c => c.Key));
}
