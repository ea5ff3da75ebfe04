using CityLoom.City;
using CityLoom.City.Indicators;
using CityLoom.City.Matters;
using CityLoom.Directives;
using CityLoom.Directives.Import;
using CityLoom.Directives.Publish;
using CityLoom.Directives.Review;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;

namespace CityLoom.Demo;

/// <summary>Tells what became of the demo's directives: imported, reviewed with the suggestions, published, some of it worked on.</summary>
internal sealed class DirectiveStory(Writing writing, CityContext city, DemoCast cast, string folder)
{
    public void Tell(IReadOnlyList<StoryDirective> directives)
    {
        foreach (var told in directives)
        {
            var day = city.Clock.Instant(told.Issued.ToDateTime(new TimeOnly(9, 30)));
            var file = Path.Combine(folder, told.File);
            var directive = ImportDirective.Run(writing, File.ReadAllBytes(file), Path.GetFileName(file), "4201.dcs", cast.Desk, day).Value;
            TargetBook.Trace(writing, Path.GetFileNameWithoutExtension(file), Directive.Subject, directive.Id, day);
            if (told.Publish)
            {
                Publish(directive, day.AddDays(3));
            }
        }
    }

    private void Publish(Directive directive, DateTimeOffset at)
    {
        var then = city.At(at);
        foreach (var view in DirectiveView.Find(writing, directive.Id, then)!.Measures.Where(m => m.Suggestion is not null))
        {
            var suggestion = view.Suggestion!;
            var request = view.Alike.FirstOrDefault(a => a.MatterId is not null) is { } alike
                ? new ReviewRequest { Act = ReviewAct.Join, Measure = view.Measure.Id, With = alike.OtherId }
                : suggestion.Leads.Count == 0
                    ? new ReviewRequest { Act = ReviewAct.Accept, Measure = view.Measure.Id, Leads = ["4201.dcs"], DueDate = suggestion.DueDate }
                    : new ReviewRequest
                    {
                        Act = ReviewAct.Accept, Measure = view.Measure.Id, Leads = suggestion.Leads, Supports = suggestion.Supports, DueDate = suggestion.DueDate,
                    };
            _ = ReviewDirective.Run(writing, directive.Id, request, cast.Desk, then).Value;
        }

        _ = PublishDirective.Run(writing, directive.Id, cast.Desk, then).Value;
        var random = new Random(directive.Id.GetHashCode());
        foreach (var matter in MatterSearch.All(writing, new MatterFilter { Source = Directive.Subject, SourceIds = [directive.Id] }, at, 1_000))
        {
            Work(matter, at, random);
        }
    }

    /// <summary>Signed within days, reported on month by month, two in five done by now.</summary>
    private void Work(Matter matter, DateTimeOffset published, Random random)
    {
        var at = published.AddHours(2 + random.Next(30));
        if (matter.State == MatterState.Dispatched)
        {
            matter = Do(matter, new ActRequest { Act = Act.Sign }, at, doer: true);
            matter = Do(matter, new ActRequest { Act = Act.Start }, at.AddHours(random.Next(1, 40)), doer: true);
        }

        var pace = 0.5 + random.NextDouble();
        var due = matter.DueAt ?? published.AddDays(300);
        var progress = 0;
        for (var month = at.AddMonths(1); month < city.Now && progress < 100 && MatterBook.OpenParts(writing, matter.Id) == 0; month = month.AddMonths(1))
        {
            progress = (int)Math.Clamp(100 * pace * ((month - published) / (due - published)), progress, 100);
            var period = city.Clock.Local(month.AddDays(-3)).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
            matter = Do(matter, new ActRequest { Act = Act.ReportProgress, Progress = progress, Period = period, Reason = $"按计划推进，累计完成 {progress}%。" }, month, doer: true);
            at = month;
        }

        if (progress == 100 && at.AddDays(3) < city.Now)
        {
            matter = Do(matter, new ActRequest { Act = Act.Resolve, Reason = "已全部完成，佐证材料已归档。" }, at.AddHours(20), doer: true);
            matter = Do(matter, new ActRequest { Act = Act.Check }, at.AddHours(40), doer: false);
            Do(matter, new ActRequest { Act = Act.Close }, at.AddHours(60), doer: false);
        }
    }

    private Matter Do(Matter matter, ActRequest request, DateTimeOffset at, bool doer) =>
        ActOnMatter.Run(writing, matter.Id, request, new ActContext(doer ? cast.Doer : cast.Desk, at, city.Organizations, city.Time)).Value;
}
