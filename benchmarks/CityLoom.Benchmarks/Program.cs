using System.CommandLine;
using CityLoom.Benchmarks;

var root = new RootCommand("Benchmarks of CityLoom; each subcommand prints its figures beside those of a known peer.")
{
    ReadingBenchmark.Command(),
    RequestsBenchmark.Command(),
    DetectionBenchmark.Command(),
    ScanBenchmark.Command(),
    HealthBenchmark.Command(),
    ReachBenchmark.Command(),
    LocateBenchmark.Command(),
    CoverageBenchmark.Command(),
};
return root.Parse(args.Length == 0 ? ["--help"] : args).Invoke();
