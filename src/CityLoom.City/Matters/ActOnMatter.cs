using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>Does an act on a stored matter: locks it, applies the rules, keeps the result, its entry and what belongs to the act.</summary>
public static class ActOnMatter
{
    /// <summary>The matter after the act, or why not.</summary>
    public static Outcome<Matter> Run(Writing writing, long id, ActRequest request, ActContext context)
    {
        if (MatterBook.Take(writing, id) is not { } matter)
        {
            return MatterRefusals.Unknown;
        }

        if (RefuseByOthers(writing, matter, request) is { } refusal)
        {
            return refusal;
        }

        var openParts = request.Act is Act.Resolve or Act.Close ? MatterBook.OpenParts(writing, id) : 0;
        return matter.Apply(request, context, openParts).Then<Matter>(after =>
        {
            var by = new Actor(context.By?.Account, MatterActs.GrantFor(matter, request.Act, context)?.Organization);
            var left = Record(writing, matter, after, request, context, by);
            MatterBook.Save(writing, after, context.Now, by, request.Act.ToString(), DetailsOf(request), left ? MatterBook.Leavings.Fingerprint(writing, id) : null);
            return after;
        });
    }

    /// <summary>What another matter has to say: the one to merge into, locked so that it can't end meanwhile, and the whole of a part.</summary>
    private static Refusal? RefuseByOthers(Writing writing, Matter matter, ActRequest request) => request.Act switch
    {
        Act.Merge => request.Into is { } into && MatterBook.Take(writing, into) is { Open: true } other && other.Parent != matter.Id
            ? null
            : MatterRefusals.IntoNeeded,
        Act.Reopen => matter.Parent is { } whole && MatterBook.Take(writing, whole) is { Open: false } ? MatterRefusals.WholeEnded : null,
        _ => null,
    };

    private static object DetailsOf(ActRequest r) => new
    {
        reason = string.IsNullOrWhiteSpace(r.Reason) ? null : r.Reason.Trim(),
        r.Organization,
        r.Until,
        r.Into,
        colour = r.Colour == SupervisionColour.None ? (SupervisionColour?)null : r.Colour,
        r.Progress,
        r.Period,
        r.File,
        r.FileName,
    };

    /// <summary>Rows of their own that some acts leave, by which pages list them; true when the journal vouches for them.</summary>
    private static bool Record(Writing writing, Matter before, Matter after, ActRequest request, ActContext context, Actor by)
    {
        var row = new
        {
            after.Id, request.Reason, at = context.Now, by.Account, by.Organization, colour = request.Colour.ToString(),
            answerDue = after.AnswerDueAt, request.File, request.FileName, request.Period, request.Progress,
        };
        switch (request.Act)
        {
            case Act.Supervise:
                writing.Execute(
                    "insert into supervision_orders (matter_id, colour, words, issued_at, issued_by, answer_due_at) "
                    + "values (@Id, @colour, @Reason, @at, @Organization, @answerDue)", row);
                break;
            case Act.AnswerSupervision:
                writing.Execute("update supervision_orders set answered_at = @at, answer = @Reason where matter_id = @Id and answered_at is null", row);
                break;
            case Act.AddEvidence:
                writing.Execute(
                    "insert into evidence (matter_id, file, name, note, at, account, organization) "
                    + "values (@Id, @File, @FileName, @Reason, @at, @Account, @Organization) on conflict (matter_id, file) do nothing", row);
                break;
            case Act.ReportProgress:
                writing.Execute(
                    "insert into progress_reports (matter_id, period, revision, progress, words, at, account) values (@Id, @Period, "
                    + "(select count(*) + 1 from progress_reports where matter_id = @Id and period = @Period), @Progress, @Reason, @at, @Account)", row);
                break;
            case Act.Escalate:
                Escalation.Record(writing, before, after, context);
                return false;
            default:
                return false;
        }

        return true;
    }
}
