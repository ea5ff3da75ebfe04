using System.CommandLine;
using System.Diagnostics;
using CityLoom.Reading;

namespace CityLoom.Benchmarks;

/// <summary>Reads a folder of directives whole, again and again, beside plain word segmentation of the same texts.</summary>
internal static class ReadingBenchmark
{
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo?>("FOLDER")
        {
            Description = "Folder of .txt files; the evaluation documents beside the repository or demo/directives when left out",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var seconds = new Option<double>("--seconds") { Description = "Time of each measurement", DefaultValueFactory = _ => 4 };
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
        Measure(documents, seconds, threads: 1);
        var one = Report("read whole, one thread", Measure(documents, seconds, 1), bytes);
        Report($"read whole, {Environment.ProcessorCount} threads", Measure(documents, seconds, Environment.ProcessorCount), bytes);
        if (Segmenter.Measure(files, seconds) is not { } peer)
        {
            Console.WriteLine("segmenting only: not measured (needs Node.js and npm)");
            return 1;
        }
        var segmented = Report("segment words only, one thread (@node-rs/jieba)", peer, bytes);
        Console.WriteLine($"reading whole takes {segmented / one:F2} of the time of segmenting ({one / segmented:F2} times its speed)");
        return 0;
    }

    private static double Measure(byte[][] documents, double seconds, int threads)
    {
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
        return read / watch.Elapsed.TotalSeconds;
    }

    private static double Report(string what, double rate, double bytes)
    {
        Console.WriteLine($"{what}: {rate:F0} documents/s, {rate * bytes / 1e6:F2} MB/s");
        return rate;
    }
}
