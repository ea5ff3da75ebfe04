using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace CityLoom.Tests.Support;

/// <summary>One life of the server: from its start to its end, with what it wrote.</summary>
internal sealed partial class ServeProcess : IDisposable
{
    private const int Terminate = 15;
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ServeProcess(string[] options)
    {
        process = new Process
        {
            StartInfo = Programs.Quiet("dotnet", [Programs.Cityloom, "serve", .. options]),
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => listening.TrySetException(Ended());
        AppDomain.CurrentDomain.ProcessExit += EndWithUs;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Log => string.Join('\n', lines);

    /// <summary>The address in the line <c>CityLoom listens on http://127.0.0.1:PORT</c>.</summary>
    public Task<Uri> Listening(CancellationToken limit) => listening.Task.WaitAsync(limit);

    public void ThrowIfEnded()
    {
        if (process.HasExited)
        {
            throw Ended();
        }
    }

    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async Task<int> Stop()
    {
        if (!process.HasExited && Signal(process.Id, Terminate) != 0)
        {
            throw new InvalidOperationException($"Process {process.Id} can't be told to end.");
        }

        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithUs;
        process.Dispose();
    }

    [GeneratedRegex(@"CityLoom listens on (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Announcement { get; }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        if (Announcement.Match(line) is { Success: true } found)
        {
            listening.TrySetResult(new Uri(found.Groups[1].Value));
        }
    }

    private void EndWithUs(object? sender, EventArgs reason) => process.Kill();

    private InvalidOperationException Ended() => new($"cityloom serve ended with exit code {process.ExitCode}:\n{Log}");
}
