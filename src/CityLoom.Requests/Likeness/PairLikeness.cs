namespace CityLoom.Requests.Likeness;

/// <summary>
/// How likely two requests are one matter at one place. The same words about another estate are another matter: what tells
/// them apart is whether the rare words of both headings, which name the place, are found in the other request.
/// </summary>
/// <remarks>
/// A logistic model of five measures, fitted to pairs that a person had judged; its six numbers are all that it has learnt.
/// </remarks>
internal static class PairLikeness
{
    /// <summary>From this score on, two requests count as the same matter.</summary>
    public const double Same = 0.40;

    /// <summary>Days taken when the time of a request is not known.</summary>
    private const double UnknownDays = 30;

    private const double Constant = -3.43;
    private const double OfWhole = 5.82;
    private const double OfHeading = 0.28;
    private const double OfHeadingFound = 9.36;
    private const double OfMatter = 3.17;
    private const double OfDays = -0.577;

    /// <summary>The probability that the two are the same matter.</summary>
    /// <param name="a">One request.</param>
    /// <param name="b">The other.</param>
    /// <param name="apart">Time between them; null when it is not known.</param>
    public static double Score(Wording a, Wording b, TimeSpan? apart)
    {
        var days = Math.Abs(apart?.TotalDays ?? UnknownDays);
        var sum = Constant
            + (OfWhole * a.Whole.Cosine(b.Whole))
            + (OfHeading * a.Heading.Cosine(b.Heading))
            + (OfHeadingFound * Math.Min(a.HeadingFoundIn(b), b.HeadingFoundIn(a)))
            + (OfMatter * a.Matter.Cosine(b.Matter))
            + (OfDays * Math.Log(1 + days));
        return 1 / (1 + Math.Exp(-sum));
    }
}
