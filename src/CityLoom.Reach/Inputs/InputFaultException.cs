namespace CityLoom.Reach.Inputs;

/// <summary>Carries a fault out of a reader's depths to its entry, which returns it; never leaves the library.</summary>
internal sealed class InputFaultException(InputFault fault) : Exception(fault.English)
{
    public InputFault Fault { get; } = fault;

    /// <summary>Runs a reader and returns what it read or the fault it met.</summary>
    public static Checked<T> Catch<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InputFaultException e)
        {
            return e.Fault;
        }
    }
}
