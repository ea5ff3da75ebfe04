using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace CityLoom.Tests.Support;

/// <summary>One life of the server: from its start to its end, with what it wrote.</summary>
internal sealed partial class ServeProcess : IDisposable
{
    private const int Terminate = 15;
    private readonly Process _process;
    private readonly Guardian _guardian;
    private readonly ConcurrentQueue<string> _lines = new();
    private volatile Uri? _address;

    public ServeProcess(string[] options)
    {
        _process = new Process { StartInfo = Programs.Quiet("dotnet", [Programs.Cityloom, "serve", .. options]) };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _guardian = new Guardian($"kill -KILL {_process.Id}");
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Log => string.Join('\n', _lines);

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The address in the line <c>CityLoom listens on http://127.0.0.1:PORT</c>.</summary>
    public async Task<Uri> Listening(CancellationToken limit)
    {
        while (_address is null)
        {
            ThrowIfEnded();
            await Task.Delay(10, limit);
        }

        return _address;
    }

    public void ThrowIfEnded()
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"cityloom serve ended with exit code {_process.ExitCode}:\n{Log}");
        }
    }

    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<int> Stop()
    {
        if (!_process.HasExited && Signal(_process.Id, Terminate) != 0)
        {
            throw new InvalidOperationException($"Process {_process.Id} can't be told to end.");
        }

        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        _guardian.Dispose();
        _process.Dispose();
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

        _lines.Enqueue(line);
        if (Announcement.Match(line) is { Success: true } found)
        {
            _address = new Uri(found.Groups[1].Value);
        }
    }
}
