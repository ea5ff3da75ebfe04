using System.Globalization;
using System.Text.Json;
using CityLoom.Tests.Reading.Verb;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Detection;

public sealed class DetectCasesTests : IDisposable
{
    private readonly TemporaryFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_folder_with_case_files_writes_a_file_for_each_method()
    {
        _files.Write("cases.json", """[{"id": "a", "method": "rki", "series": "s", "control": {"range": [6, 8], "b": 0, "w": 5, "actY": true}}, {"id": "b", "method": "rki", "series": "gone"}]""");
        _files.Write("series/s.csv", "t,date,count", "1,,2", "2,,3", "3,,2", "4,,3", "5,,2", "6,,3", "7,,30", "8,,2");

        var result = Cases(_files["."]);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("b: ", result.Errors, StringComparison.Ordinal);
        var rows = Rows(_files["out", "rki.csv"]);
        Assert.Equal(["0", "1", "0"], rows.Skip(1).Select(row => row[Array.IndexOf(rows[0], "alarm")]));
    }

    [Fact]
    public void A_scan_folder_finds_the_pair_of_sites_with_too_many_and_names_bad_rows()
    {
        _files.Write("scan/sites.csv", "id,x_km,y_km,population", "A,0,0,100", "B,1,0,100", "C,9,9,100", "D,9,8,100");
        _files.Write("scan/spatial_cases.csv", "id,cases", "A,2", "E,1", "C,9", "D,12");
        _files.Write("scan/cases_scan.json", """[{"id": "one", "data": "spatial", "model": "poisson", "replications": 99}]""");

        var result = Cases(_files["scan"]);

        Assert.Equal((1, "spatial_cases.csv:3: 'E' is not among the sites"), (result.ExitCode, result.Errors.Trim()));
        var cluster = Clusters(_files["out", "results_scan.json"])[0];
        Assert.Equal(["C", "D"], cluster.GetProperty("members").EnumerateArray().Select(site => site.GetString()));
        Assert.Equal(21, cluster.GetProperty("observed").GetInt32());
    }

    [Fact]
    public void A_settings_file_of_the_space_time_watch_stands_for_its_folder()
    {
        _files.Write("stcd/events.csv", "k,x,y,t", "1,0,0,1", "2,5,5,2", "3,0.1,0,3", "4,0.1,0.1,3.2", "5,0,0.1,3.3", "6,0.05,0,3.4");

        var result = Cases(_files.Write("stcd/cases.csv", "case_id,radius,epsilon,cusum,threshold", "a,0.5,0.5,0,3.8"));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("4", Rows(_files["out", "cases.csv"])[1][5]);
        Assert.Equal(7, Rows(_files["out", "statistic.csv"]).Length);
    }

    [Fact]
    public void A_nowcast_folder_raises_the_last_day_by_what_is_still_to_come()
    {
        _files.Write("nowcast/linelist_a.csv", "event,report", "2024-03-01,2024-03-02", "2024-03-01,2024-03-01", "2024-03-02,2024-03-03", "2024-03-03,2024-03-03");
        _files.Write("nowcast/nowcast.csv", "series,now,D", "a,2024-03-03,1");

        Assert.Equal(0, Cases(_files["nowcast"]).ExitCode);

        var last = Rows(_files["out", "nowcast.csv"])[^1];
        Assert.Equal(("2024-03-03", "1"), (last[3], last[4]));
        Assert.Equal(3, double.Parse(last[6], CultureInfo.InvariantCulture), 1e-9);
    }

    [Fact]
    public void Results_never_take_the_place_of_settings()
    {
        var settings = _files.Write("out/cases.csv", "case_id,radius,epsilon,cusum,threshold", "a,0.5,0.5,0,4");
        _files.Write("out/events.csv", "k,x,y,t", "1,0,0,1");

        Assert.Equal(2, Cases(settings).ExitCode);
        Assert.Equal(2, File.ReadAllLines(settings).Length);
    }

    [Theory]
    [InlineData("nothing.json", "[]", "[]", "nothing.json")]
    [InlineData("cases_own.json", "[3]", "[]", "cases_own.json: ")]
    [InlineData("cases_own.json", """[{"id": "a", "method": "rki", "series": "s", "control": {"range": [6]}}]""", "[]", "a: range")]
    [InlineData("cases_own.json", """[{"id": "a", "method": "rki", "series": "s"}]""", """[{"id": "s"}]""", "series.json: ")]
    public void Cases_that_cannot_be_run_are_refused_in_one_line(string name, string cases, string facts, string words)
    {
        _files.Write("cases_own.json", cases);
        _files.Write("series.json", facts);
        _files.Write("series/s.csv", "t,date,count", "1,,2");

        var result = Cases(_files[name]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(words, Assert.Single(result.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stcd", "cases.csv", "statistic.csv")]
    [InlineData("nowcast", "nowcast.csv")]
    public void The_references_folders_give_the_references_tables(string folder, params string[] tables)
    {
        var reference = Shared(folder);

        Assert.Equal(0, Cases(reference).ExitCode);

        foreach (var table in tables)
        {
            var (wanted, got) = (Rows(Path.Combine(reference, table)), Rows(_files["out", table]));
            Assert.Equal(wanted.Length, got.Length);
            Assert.All(wanted.Zip(got), pair => Assert.All(pair.First.Zip(pair.Second), cells => Same(cells.First, cells.Second)));
        }
    }

    [Fact]
    public void The_references_scans_give_the_references_clusters()
    {
        var reference = Shared("scan");

        Assert.Equal(0, Cases(reference).ExitCode);

        var (wanted, got) = (Clusters(Path.Combine(reference, "results_scan.json")), Clusters(_files["out", "results_scan.json"]));
        Assert.Equal(wanted.Select(Place), got.Select(Place));
        Assert.All(wanted.Zip(got), pair => Assert.Equal(pair.First.GetProperty("llr").GetDouble(), pair.Second.GetProperty("llr").GetDouble(), 1e-9));
    }

    private CityLoomProcess.Result Cases(string path) => CityLoomProcess.Run(["detect", "--cases", path, "--out", _files["out"]]);

    private static string[][] Rows(string file) => Array.ConvertAll(File.ReadAllLines(file), line => line.Split(','));

    private static JsonElement[] Clusters(string file) =>
        [.. JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.EnumerateArray().SelectMany(one => one.GetProperty("clusters").EnumerateArray())];

    private static (string?, int, int, int) Place(JsonElement cluster) => (cluster.GetProperty("centre").GetString(),
        cluster.GetProperty("start_day").GetInt32(), cluster.GetProperty("end_day").GetInt32(), cluster.GetProperty("observed").GetInt32());

    private static void Same(string wanted, string got)
    {
        if (wanted != got)
        {
            var (a, b) = (double.Parse(wanted, CultureInfo.InvariantCulture), double.Parse(got, CultureInfo.InvariantCulture));
            Assert.Equal(a, b, 1e-9 * Math.Max(1, Math.Abs(a)));
        }
    }

    private static string Shared(string folder)
    {
        var path = Path.Combine(Repository.Shared ?? "", "surveillance-reference", folder);
        if (!Directory.Exists(path))
        {
            Assert.Skip($"The reference material ../shared/surveillance-reference/{folder} is not here.");
        }
        return path;
    }
}
