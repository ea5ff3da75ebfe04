using System.CommandLine;
using System.Diagnostics;
using CityLoom.Reading;

namespace CityLoom.Benchmarks;

/// <summary>Reads a folder of directives whole, again and again, beside plain word segmentation of the same texts.</summary>
internal static class ReadingBenchmark
{
    /// <summary>The two are measured in turn and the best round of each counts, since other work on the machine disturbs both.</summary>
    private const int Rounds = 3;

    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo?>("FOLDER")
        {
            Description = "Folder of .txt files; the evaluation documents beside the repository or demo/directives when left out",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var seconds = new Option<double>("--seconds") { Description = "Time of each measurement", DefaultValueFactory = _ => 3 };
        var command = new Command("reading", "Documents and megabytes a second: reading whole against segmenting words (npm @node-rs/jieba)") { folder, seconds };
        command.SetAction(parsed => Run(parsed.GetValue(folder)?.FullName ?? BenchmarkFolders.Directives(), parsed.GetValue(seconds)));
        return command;
    }

    private static int Run(string? folder, double seconds)
    {
        var files = folder is null ? [] : Directory.GetFiles(folder, "*.txt").Where(file => !file.EndsWith(".clean.txt", StringComparison.Ordinal)).Order().ToArray();
        if (files.Length == 0)
        {
            Console.Error.WriteLine("No .txt files found; name a folder that holds some.");
            return 2;
        }
        var documents = files.Select(File.ReadAllBytes).ToArray();
        var bytes = documents.Sum(document => (long)document.Length) / (double)documents.Length;
        Console.WriteLine($"{files.Length} documents of {bytes / 1000:F1} kB in {folder}");
        // Until the runtime has compiled what is hot for good.
        Measure(documents, seconds * 2, threads: 1);
        var (read, segmented) = (default(ReadingRate), default(ReadingRate));
        for (var round = 0; round < Rounds; round++)
        {
            read = read.Best(Measure(documents, seconds, threads: 1));
            segmented = segmented.Best(Segmenter.Measure(files, seconds) ?? default);
        }
        Report("read whole, one thread", read, bytes);
        Report($"read whole, {Environment.ProcessorCount} threads", Measure(documents, seconds, Environment.ProcessorCount), bytes);
        if (segmented == default)
        {
            Console.WriteLine("segmenting only: not measured (needs Node.js and npm)");
            return 1;
        }
        Report("segment words only, one thread (@node-rs/jieba)", segmented, bytes);
        Console.WriteLine($"reading whole has {read.PerSecond / segmented.PerSecond:F2} times the speed of segmenting by the clock, "
            + $"{read.PerProcessorSecond / segmented.PerProcessorSecond:F2} times by processor time");
        return 0;
    }

    private static ReadingRate Measure(byte[][] documents, double seconds, int threads)
    {
        var used = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var read = 0L;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                foreach (var document in documents)
                {
                    GC.KeepAlive(DirectiveReader.Read(document));
                }
                Interlocked.Add(ref read, documents.Length);
            }
        });
        return ReadingRate.Of(read, watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }

    private static void Report(string what, ReadingRate rate, double bytes) =>
        Console.WriteLine($"{what}: {rate.PerSecond:F0} documents/s, {rate.PerSecond * bytes / 1e6:F2} MB/s; {rate.PerProcessorSecond:F0} documents a second of processor time");
}
