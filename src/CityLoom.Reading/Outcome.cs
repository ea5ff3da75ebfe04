using System.Diagnostics.CodeAnalysis;
using CityLoom.Reading.Sources;

namespace CityLoom.Reading;

/// <summary>Either what was asked for or the refusal that says why not.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public sealed class Outcome<T>
    where T : class
{
    private Outcome(T? value, SourceRefusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>What was asked for; null when refused.</summary>
    public T? Value { get; }

    /// <summary>Why not; null when it went well.</summary>
    public SourceRefusal? Refusal { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Value is not null;

    /// <summary>An outcome that went well.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome<T>(SourceRefusal refusal) => new(null, refusal);
}
