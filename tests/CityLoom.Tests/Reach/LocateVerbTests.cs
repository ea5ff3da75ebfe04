using System.IO.Compression;
using System.Text.Json;
using CityLoom.Tests.Reading.Verb;

namespace CityLoom.Tests.Reach;

public sealed class LocateVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cityloom-locate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_covering_file_is_solved_with_the_fields_of_the_contract()
    {
        var answer = Path.Combine(_folder, "answer.json");

        var result = CityLoomProcess.Run(["locate", "--model", "mclp", "--instance", Write("small.txt", "3 2\n70 80\n1 5\n2 6\n3 9\n2 0 1\n1 1\n"), "--p", "1", "--out", answer]);

        Assert.Equal(0, result.ExitCode);
        using var json = JsonDocument.Parse(File.ReadAllText(answer));
        Assert.Equal(11, json.RootElement.GetProperty("objective").GetDouble());
        Assert.Equal(11, json.RootElement.GetProperty("bound").GetDouble());
        Assert.Equal(0, json.RootElement.GetProperty("gap").GetDouble());
        Assert.Equal(70, json.RootElement.GetProperty("chosen")[0].GetInt32());
        Assert.Equal("no_site", json.RootElement.GetProperty("uncovered")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public void Weights_of_a_covering_file_may_have_decimals_but_nothing_below_zero()
    {
        var half = CityLoomProcess.Run(["locate", "--model", "mclp", "--instance", Write("half.txt", "3 2\n70 80\n1 5.25\n2 6\n3 9\n2 0 1\n1 1\n"), "--p", "1", "--out", "-"]);
        var below = CityLoomProcess.Run(["locate", "--model", "mclp", "--instance", Write("below.txt", "3 2\n70 80\n1 -0.5\n2 6\n3 9\n2 0 1\n1 1\n"), "--p", "1", "--out", "-"]);

        var answer = JsonDocument.Parse(half.Output).RootElement;
        Assert.Equal((11.25, 11.25), (answer.GetProperty("objective").GetDouble(), answer.GetProperty("bound").GetDouble()));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("uncovered")[0].GetProperty("nearest_time").ValueKind);
        Assert.Equal(1, below.ExitCode);
        Assert.Contains("line 3", below.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stays_uncovered_is_told_with_why_and_the_nearest_unit()
    {
        var (times, demands, sites) = (
            Write("times.csv", "from,to,seconds\nA,x,100\nA,y,700\nA,z,900\nB,x,700\nB,y,100\nB,z,800\n"),
            Write("zones.csv", "place,weight\nx,10\ny,1\nz,2\n"),
            Write("sites.csv", "place\nA\nB\n"));

        var run = CityLoomProcess.Run(["locate", "--model", "mclp", "--times", times, "--demands", demands, "--sites", sites, "--limit", "600", "--p", "1", "--out", "-"]);

        var uncovered = JsonDocument.Parse(run.Output).RootElement.GetProperty("uncovered").EnumerateArray().ToList();
        Assert.Equal(["z", "y"], uncovered.Select(place => place.GetProperty("demand").GetString()));
        Assert.Equal([("A", 900), ("A", 700)], uncovered.Select(place => (place.GetProperty("nearest_site").GetString(), place.GetProperty("nearest_time").GetInt32())));
        Assert.EndsWith("no site lies within the limit; the nearest, B, takes 800", uncovered[0].GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("B 可覆盖", uncovered[1].GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_instance_may_be_packed()
    {
        var packed = Path.Combine(_folder, "small.txt.gz");
        using (var text = new StreamWriter(new GZipStream(File.Create(packed), CompressionMode.Compress)))
        {
            text.Write("3 2 1\n1 2 5\n2 3 6\n");
        }

        var whole = CityLoomProcess.Run(["locate", "--model", "pmedian", "--instance", packed, "--out", "-"]);
        File.WriteAllBytes(packed, File.ReadAllBytes(packed)[..15]);
        var cut = CityLoomProcess.Run(["locate", "--model", "pmedian", "--instance", packed, "--out", "-"]);

        Assert.Equal(11, JsonDocument.Parse(whole.Output).RootElement.GetProperty("objective").GetDouble());
        Assert.Equal(1, cut.ExitCode);
    }

    [Fact]
    public void The_tables_of_a_city_are_solved_and_its_targets_kept()
    {
        var (times, demands, sites) = (
            Write("times.csv", "from,to,seconds\nA,x,100\nA,y,700\nB,x,700\nB,y,100\n"),
            Write("zones.csv", "place,weight,area\nx,10,江岸\ny,1,武昌\n"),
            Write("sites.csv", "place\nA\nB\n"));

        var free = CityLoomProcess.Run(["locate", "--model", "mclp", "--times", times, "--demands", demands, "--sites", sites, "--limit", "600", "--p", "1", "--out", "-"]);
        var bound = CityLoomProcess.Run(["locate", "--model", "mclp", "--times", times, "--demands", demands, "--sites", sites, "--limit", "600", "--p", "1", "--target", "武昌=1", "--out", "-"]);

        Assert.Equal(10, JsonDocument.Parse(free.Output).RootElement.GetProperty("objective").GetDouble());
        Assert.Equal("B", JsonDocument.Parse(bound.Output).RootElement.GetProperty("chosen")[0].GetString());
    }

    [Fact]
    public void A_city_is_solved_over_its_roads_and_over_the_matrix_of_them_alike()
    {
        var graph = Write("town.gr", "p sp 4 6\na 1 2 100000\na 2 1 100000\na 2 3 500000\na 3 2 500000\na 3 4 100400\na 4 3 100400\n");
        var places = Write("town.co", "v 1 114000000 30000000\nv 2 114010000 30000000\nv 3 114060000 30000000\nv 4 114070000 30000000\n");
        var demands = Write("demands.csv", "place,weight,lon,lat\n甲,10,114.0001,30\n乙,1,114.0599,30\n");
        var sites = Write("sites.csv", "place,lon,lat\n东,114.07,30\n西,114.01,30\n");
        var times = Path.Combine(_folder, "matrix.csv");

        var roads = CityLoomProcess.Run(["locate", "--model", "pmedian", "--graph", graph, "--coordinates", places, "--demands", demands, "--sites", sites, "--p", "1", "--out", "-"]);
        _ = CityLoomProcess.Run(["reach", "matrix", "--graph", graph, "--coordinates", places, "--origins", sites, "--destinations", demands, "--out", times]);
        var matrix = CityLoomProcess.Run(["locate", "--model", "pmedian", "--times", times, "--demands", demands, "--sites", sites, "--p", "1", "--out", "-"]);
        var neither = CityLoomProcess.Run(["locate", "--model", "pmedian", "--demands", demands, "--sites", sites, "--p", "1", "--out", "-"]);

        Assert.Equal((0, roads.Output), (roads.ExitCode, matrix.Output));
        Assert.Equal(1500, JsonDocument.Parse(roads.Output).RootElement.GetProperty("objective").GetDouble());
        Assert.Equal("西", JsonDocument.Parse(roads.Output).RootElement.GetProperty("chosen")[0].GetString());
        Assert.Equal(2, neither.ExitCode);
    }

    [Theory]
    [InlineData("3 1 2\n1 2 5\n", "--p=9", "locate.too-many-units")]
    [InlineData("3 1 2\n1 2 -5\n", "--p=1", "instance.bad-number")]
    [InlineData("", "--p=1", "instance.unknown")]
    public void What_makes_no_sense_is_refused_in_one_line(string text, string units, string code)
    {
        var result = CityLoomProcess.Run(["locate", "--model", "pmedian", "--instance", Write("bad.txt", text), units, "--out", "-"]);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains($"[{code}]", Assert.Single(result.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_stock_is_refused_with_its_line()
    {
        var result = CityLoomProcess.Run([
            "dispatch", "supplies", "--stock", Write("stock.csv", "warehouse,item,quantity\nA,tent,-5\n"),
            "--requests", Write("requests.csv", "id,place,item,quantity,priority\nr,x,tent,5,1\n"), "--times", Write("times.csv", "from,to,seconds\nA,x,100\n")]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("stock.csv line 2", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_simulation_of_two_plans_compares_them_on_the_same_calls()
    {
        var result = CityLoomProcess.Run([
            "dispatch", "simulate", "--stations", Write("one.csv", "place,units\nA,1\n"), "--compare", Write("two.csv", "place,units\nA,2\n"),
            "--zones", Write("zones.csv", "place,weight\nx,1\n"), "--times", Write("times.csv", "from,to,seconds\nA,x,300\nx,A,300\n"), "--calls-per-day", "30", "--days", "30"]);

        Assert.Equal(0, result.ExitCode);
        using var json = JsonDocument.Parse(result.Output);
        Assert.True(json.RootElement.GetProperty("comparison").GetProperty("mean_change").GetDouble() < 0);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
