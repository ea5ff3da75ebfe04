using System.Diagnostics.CodeAnalysis;
using CityLoom.Reading.Sources;

namespace CityLoom.Reading;

/// <summary>Either what was asked for or the refusal that says why not.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public sealed class Attempt<T>
    where T : class
{
    private Attempt(T? value, SourceRefusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>What was asked for; null when refused.</summary>
    public T? Value { get; }

    /// <summary>Why not; null when it went well.</summary>
    public SourceRefusal? Refusal { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Value is not null;

    /// <summary>An outcome that went well.</summary>
    public static implicit operator Attempt<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Attempt<T>(SourceRefusal refusal) => new(null, refusal);
}
