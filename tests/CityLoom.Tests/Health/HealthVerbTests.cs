using CityLoom.Tests.Requests;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Health;

/// <summary>The verb <c>cityloom health</c>: import, sweep, list.</summary>
public sealed class HealthVerbTests
{
    [Fact]
    public async Task A_city_is_filled_and_swept_from_the_command_line_and_again_nothing_changes()
    {
        using var folder = new TemporaryFolder();
        await SmallCity.Fill(new CityLoom.Kernel.Storage.StorageOptions { Folder = folder.Path });
        var demo = Path.Combine(Repository.Root, "demo", "health");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime);
        var counts = Path.Combine(folder.Path, "counts.csv");
        await File.WriteAllTextAsync(counts, "stream,territory_code,period,count\n" + string.Concat(
            Enumerable.Range(1, 50).Select(i => $"hfmd.clinic,420105,{today.AddDays(-i):yyyy-MM-dd},{(i <= 2 ? 90 : 20 + i % 4)}\n")));

        var first = await Run(folder, "import", "--streams", Path.Combine(demo, "streams.csv"), "--plan", Path.Combine(demo, "response-plan.json"), "--counts", counts);
        var again = await Run(folder, "import", "--counts", counts);
        var swept = await Run(folder, "sweep");
        var twice = await Run(folder, "sweep");
        var listed = await Run(folder, "warnings");

        Assert.Contains("50 added", first, StringComparison.Ordinal);
        Assert.Contains("0 added, 0 revised, 50 unchanged", again, StringComparison.Ordinal);
        Assert.Contains("1 新预警 opened", swept, StringComparison.Ordinal);
        Assert.Contains("0 改动 changed", twice, StringComparison.Ordinal);
        Assert.Contains("汉阳区", listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_is_told_line_by_line_and_nothing_is_taken()
    {
        using var folder = new TemporaryFolder();
        await SmallCity.Fill(new CityLoom.Kernel.Storage.StorageOptions { Folder = folder.Path });
        var counts = Path.Combine(folder.Path, "counts.csv");
        await File.WriteAllTextAsync(counts, "stream,territory_code,period,count\nnone,420105,2026-03-01,5\n");

        var finished = await Programs.RunCityloom("health", "import", "--counts", counts, "--data", folder.Path);

        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("counts.csv:2: ", finished.Errors, StringComparison.Ordinal);
    }

    private static async Task<string> Run(TemporaryFolder folder, params string[] verb)
    {
        var finished = await Programs.RunCityloom(["health", .. verb, "--data", folder.Path]);
        return finished.ExitCode == 0 ? finished.Output : throw new InvalidOperationException(finished.Output + finished.Errors);
    }
}
