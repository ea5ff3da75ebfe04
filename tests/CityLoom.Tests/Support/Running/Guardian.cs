using System.Diagnostics;

namespace CityLoom.Tests.Support;

/// <summary>Cleans up after this test run when it is ended in a way that lets it do nothing itself, such as SIGKILL or a time limit.</summary>
internal sealed class Guardian : IDisposable
{
    private readonly Process _process;

    /// <summary>Runs a shell command once this process is gone, unless disposed before.</summary>
    public Guardian(string command)
    {
        _process = Process.Start(new ProcessStartInfo(
            "setsid", ["sh", "-c", $"tail --pid={Environment.ProcessId} -f /dev/null; {command}"]))!;
    }

    /// <summary>Sends the guardian home: the command won't be run.</summary>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
