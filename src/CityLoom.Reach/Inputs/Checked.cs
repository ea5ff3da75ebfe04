using System.Diagnostics.CodeAnalysis;

namespace CityLoom.Reach.Inputs;

/// <summary>Either a value or the <see cref="InputFault"/> for which it could not be had.</summary>
/// <typeparam name="T">What was read or computed.</typeparam>
public readonly struct Checked<T>
{
    private readonly T? _value;

    private Checked(T? value, InputFault? fault) => (_value, Fault) = (value, fault);

    /// <summary>Why there is no value; null when there is one.</summary>
    public InputFault? Fault { get; }

    /// <summary>The value; asking for it after a fault is a bug and throws.</summary>
    public T Value => Fault is null ? _value! : throw new InvalidOperationException(Fault.ToString());

    /// <summary>True with the value, or false with the fault.</summary>
    public bool Is([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out InputFault? fault)
    {
        (value, fault) = (_value, Fault);
        return fault is null;
    }

    /// <summary>Taken.</summary>
    public static implicit operator Checked<T>(T value) => new(value, null);

    /// <summary>Not taken, for this reason.</summary>
    public static implicit operator Checked<T>(InputFault fault) => new(default, fault);
}
