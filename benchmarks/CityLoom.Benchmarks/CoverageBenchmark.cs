using System.CommandLine;
using System.Diagnostics;
using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Emergency.Coverage;
using CityLoom.Emergency.Roads;
using CityLoom.Emergency.Stations;
using CityLoom.Reach.Roads;

namespace CityLoom.Benchmarks;

/// <summary>Moves one of many stations over a road file again and again, and prints what figures and outline take, beside reckoning all afresh.</summary>
internal static class CoverageBenchmark
{
    private const int Stations = 40;
    private const int Points = 3_500;
    private const int Moves = 60;

    public static Command Command()
    {
        var roads = new Argument<FileInfo>("GRAPH") { Description = "A road file, such as cityloom roads import makes" };
        var command = new Command("coverage", $"One of {Stations} stations moved, {Points} points of people counted anew: processor time a move") { roads };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(roads)));
        return command;
    }

    private static int Run(FileInfo graph)
    {
        using var file = RoadFile.Open(graph.FullName);
        var (roads, random) = (new OpenRoads(file, null, 17), new Random(1));
        var tree = new TerritoryTree([new Territory("1", "city", TerritoryLevel.City, null, null), new Territory("11", "district", TerritoryLevel.District, "1", ReachStandard.Central)]);
        (double X, double Y) Somewhere() => file.Network.Positions[random.Next(file.Network.NodeCount)] is var p ? (p.Longitude + 0.0002, p.Latitude + 0.0002) : default;
        Settlement[] people = [.. Enumerable.Range(0, Points).Select(n => Somewhere() is var (x, y) ? new Settlement($"p{n}", "11", x, y, 100) : null!)];
        Station[] stations = [.. Enumerable.Range(0, Stations).Select(n => Somewhere() is var (x, y) ? new Station($"s{n}", $"s{n}", "11", x, y) : null!)];
        var net = new CoverageBook.Base(
            roads, new Register(1, stations, [], [], people), new CityTrees(tree, [], new([]), new([])), new PeopleOnRoads(roads, people, tree, ReachStandard.Default), new CoverageBook.Reaches(roads));

        var afresh = Time(() => net.Figures(stations));
        var moves = Enumerable.Range(0, Moves).Select(n => Somewhere() is var (x, y) ? Time(() => net.Figures([.. stations.Skip(1), stations[0] with { Longitude = x, Latitude = y }])) : 0).Order().ToList();
        Console.WriteLine($"{file.Network.NodeCount} junctions; all {Stations} stations afresh {afresh:0.0} ms, one moved: median {moves[Moves / 2]:0.0} ms, 90 % {moves[Moves * 9 / 10]:0.0} ms of processor time");
        return 0;
    }

    private static double Time(Func<object> work)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        _ = work();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }
}
