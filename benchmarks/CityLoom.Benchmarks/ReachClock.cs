using System.Runtime.InteropServices;

namespace CityLoom.Benchmarks;

/// <summary>Processor time of the calling thread, so that other work on the machine does not count; wall time where the system tells none.</summary>
internal static partial class ReachClock
{
    private const int ThreadTime = 3;

    /// <summary>Milliseconds since some fixed moment.</summary>
    public static double Milliseconds() => OperatingSystem.IsLinux() && Read(ThreadTime, out var time) == 0
        ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6)
        : Environment.TickCount64;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Moment time);

    private struct Moment
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
