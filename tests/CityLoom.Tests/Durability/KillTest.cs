using CityLoom.Tests.Support;

namespace CityLoom.Tests.Durability;

/// <summary>
/// The server is killed at random moments while clerks work, as by a power cut, and started again. Nothing that was acknowledged is
/// lost, nothing is doubled, and the journal verifies.
/// </summary>
public abstract class KillTest(ITestOutputHelper output)
{
    private const int Kills = 50;
    private const int Clerks = 4;
    private const int IntakeClerks = 2;
    private const int Seed = 20260301;
    /// <summary>So that a hang is a failure with a name.</summary>
    protected const int LongestMilliseconds = 20 * 60 * 1000;

    /// <summary>The trial on one database.</summary>
    protected async Task Survive(Serving serving)
    {
        Assert.SkipUnless(await Programs.CanServe(), "cityloom has no verb serve yet.");
        await using var city = await RunningCity.Start(serving);
        using var staff = await CityStaff.Hire(city);
        var tag = $"断电演练{Seed}";
        var clerks = Enumerable.Range(1, Clerks).Select(number => new Clerk(staff, tag, number, new Random(Seed + number))).ToList();
        var intake = Enumerable.Range(1, IntakeClerks).Select(number => new IntakeClerk(staff, tag, number)).ToList();
        using var stop = new CancellationTokenSource();
        var work = Task.WhenAll([.. clerks.Select(clerk => clerk.Work(stop.Token)), .. intake.Select(clerk => clerk.Work(stop.Token))]);

        await KillAgainAndAgain(city, work, () => clerks.Sum(clerk => clerk.Acknowledgements) + intake.Sum(clerk => clerk.Acknowledgements));
        await stop.CancelAsync();
        await work;

        var matters = clerks.SelectMany(clerk => clerk.Matters).ToList();
        var calls = intake.SelectMany(clerk => clerk.Requests).ToList();
        var retries = clerks.Sum(clerk => clerk.Retries) + intake.Sum(clerk => clerk.Retries);
        output.WriteLine($"{Kills} kills, {matters.Count} matters, {matters.Sum(matter => matter.Steps)} acts, {calls.Count} residents' requests, {retries} sent again");
        Assert.True(matters.Count > Kills && retries > Kills, "the kills met no work");
        Assert.True(calls.Count > Kills, "the kills met no calls");
        await EachIsThereOnce(staff, tag, matters, calls);
        await EachCallerFindsTheirs(staff, calls);
        await TheJournalVerifies(city);
    }

    /// <summary>
    /// Each kill comes in the midst of work, after a random number of acknowledgements; some come while the server is still starting,
    /// when it may be mending what the kill before left.
    /// </summary>
    private static async Task KillAgainAndAgain(RunningCity city, Task work, Func<int> acknowledged)
    {
        var random = new Random(Seed);
        for (var kill = 1; kill <= Kills && !work.IsCompleted; kill++)
        {
            await UntilReached(acknowledged, acknowledged() + random.Next(1, 40), work);
            await Task.Delay(random.Next(0, 30));
            await city.Kill();
            city.Launch();
            if (kill % 5 == 0)
            {
                await Task.Delay(random.Next(100, 900));
                await city.Kill();
                city.Launch();
            }

            await city.UntilReady();
        }
    }

    private static async Task UntilReached(Func<int> count, int goal, Task work)
    {
        while (count() < goal && !work.IsCompleted)
        {
            await Task.Delay(5);
        }
    }

    /// <summary>Some forty of them: nobody may try codes faster than a person does.</summary>
    private static async Task EachCallerFindsTheirs(CityStaff staff, List<Told> calls)
    {
        foreach (var call in calls.Where((_, i) => i % Math.Max(1, calls.Count / 40) == 0))
        {
            Assert.Equal(call.Title, (await staff.Desk.Follow(call.Number, call.Code)).Title);
        }
    }

    private static async Task EachIsThereOnce(CityStaff staff, string tag, List<Acknowledged> matters, List<Told> calls)
    {
        var found = await AllPages(staff.Desk, tag);
        Assert.Equal(matters.Select(matter => matter.Title).Concat(calls.Select(call => call.Title)).Order(), found.Select(matter => matter.Title).Order());
        Assert.Equal(matters.Count, matters.Select(matter => matter.Number).Distinct().Count());
        foreach (var matter in matters)
        {
            var now = await staff.Desk.Get(matter.Id);
            Assert.Equal((matter.Number, matter.State, matter.Version), (now.Number, now.State, now.Version));
            var acts = (await staff.Desk.Journal(matter.Id)).Select(line => line.Act).ToList();
            Assert.Equal(LifeStep.Hazard.Take(matter.Steps).Select(step => step.Act), acts.Skip(1));
        }
    }

    private static async Task<List<MatterView>> AllPages(CityApi desk, string text)
    {
        var found = new List<MatterView>();
        for (var page = 1; ; page++)
        {
            var next = await desk.Search(text, page);
            found.AddRange(next.Matters);
            if (next.Matters.Count == 0)
            {
                return found;
            }
        }
    }

    private static async Task TheJournalVerifies(RunningCity city)
    {
        Assert.Equal(0, await city.Stop());
        var verdict = await Programs.RunCityloom(["journal", "verify", .. city.Store]);
        Assert.True(verdict.ExitCode == 0, verdict.Output + verdict.Errors);
    }
}

/// <inheritdoc/>
public sealed class KillOnSqliteTest(ITestOutputHelper output) : KillTest(output)
{
    [Fact(Timeout = LongestMilliseconds)]
    public async Task Nothing_acknowledged_is_lost_or_doubled() => await Survive(new Serving());
}

/// <inheritdoc/>
public sealed class KillOnPostgresTest(ITestOutputHelper output) : KillTest(output)
{
    [Fact(Timeout = LongestMilliseconds)]
    public async Task Nothing_acknowledged_is_lost_or_doubled()
    {
        await using var cluster = await PostgresCluster.Start(durable: true);
        await Survive(new Serving(await cluster.CreateDatabase()));
    }
}
