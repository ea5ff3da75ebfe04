using System.Diagnostics.CodeAnalysis;

namespace CityLoom.Kernel.Web;

/// <summary>One of an enumeration's names in the address of a list, in whatever case it is written, so that what an answer says can be asked for.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
/// <param name="Value">What was chosen.</param>
public readonly record struct Choice<T>(T Value)
    where T : struct, Enum
{
    /// <summary>Reads a name; a number is none.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Binding looks for TryParse on the type itself.")]
    public static bool TryParse(string? text, out Choice<T> choice)
    {
        var found = Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && char.IsLetter(text!.TrimStart()[0]);
        choice = new Choice<T>(value);
        return found;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();

    /// <summary>The choice of a value.</summary>
    public static implicit operator Choice<T>(T value) => new(value);
}
