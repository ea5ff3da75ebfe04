using CityLoom.City.Matters;

namespace CityLoom.Web.Pages.Matters;

/// <summary>Which of the acts that somebody may do stand as buttons, which behind 更多, and which need words first.</summary>
internal static class ActChoice
{
    /// <summary>What moves a matter on comes first; within a state at most two of these are likely.</summary>
    private static readonly Act[] Likely =
    [
        Act.AnswerSupervision, Act.GrantExtension, Act.DenyExtension, Act.GrantReturn, Act.DenyReturn, Act.Sign, Act.Start, Act.Check, Act.Close,
        Act.Register, Act.Dispatch, Act.Resume, Act.Resolve, Act.Rework, Act.ReportProgress, Act.RequestExtension, Act.Supervise, Act.Urge,
    ];

    /// <summary>Acts that say all by being pressed.</summary>
    private static readonly Act[] Plain = [Act.Verify, Act.Register, Act.Sign, Act.Start, Act.Resume, Act.Check];

    /// <summary>The one or two acts for buttons, and the rest.</summary>
    public static (IReadOnlyList<Act> Buttons, IReadOnlyList<Act> More) Of(Dossier dossier, IEnumerable<Act> allowed)
    {
        var possible = allowed.Where(a => !(a == Act.Resolve && dossier.WaitsForParts)).ToList();
        var likely = Likely.Where(a => a != Act.ReportProgress || ProgressBook.FollowsPlan(dossier.Matter.Kind)).ToList();
        List<Act> buttons = [.. possible.Where(likely.Contains).OrderBy(a => likely.IndexOf(a)).Take(2)];
        return (buttons, [.. possible.Except(buttons).Where(a => a != Act.AddEvidence)]);
    }

    /// <summary>True when nothing has to be filled in.</summary>
    public static bool IsPlain(Act act) => Plain.Contains(act);

    /// <summary>True when it ends the matter without its being done.</summary>
    public static bool IsGrave(Act act) => act is Act.Void or Act.Decline or Act.Merge;
}
