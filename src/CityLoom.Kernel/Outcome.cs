using System.Diagnostics.CodeAnalysis;

namespace CityLoom.Kernel;

/// <summary>What a use case returns when it may be refused; the writer rolls a refused change back.</summary>
public interface IOutcome
{
    /// <summary>Why it was refused; null when it was done.</summary>
    Refusal? Refusal { get; }
}

/// <summary>Either a value or a <see cref="Kernel.Refusal"/>.</summary>
/// <typeparam name="T">What was made or found.</typeparam>
public readonly struct Outcome<T> : IOutcome
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <inheritdoc/>
    public Refusal? Refusal { get; }

    /// <summary>The value; asking for it after a refusal is a bug and throws.</summary>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Code} {Refusal.English}");

    /// <summary>True with the value when done, false with the refusal when not.</summary>
    public bool Is([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        (value, refusal) = (_value, Refusal);
        return refusal is null;
    }

    /// <summary>Carries a value on to the next step, or the refusal unchanged.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => Refusal is null ? next(_value!) : Refusal;

    /// <summary>Done, with this value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Refused, for this reason.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
