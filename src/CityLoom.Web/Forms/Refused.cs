using System.Globalization;
using CityLoom.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace CityLoom.Web.Forms;

/// <summary>A form that was refused: why, and what had been typed, so that the page can be drawn again with both.</summary>
/// <param name="Refusal">Why.</param>
/// <param name="Form">What had been sent.</param>
public sealed record Refused(Refusal Refusal, IFormCollection Form)
{
    /// <summary>The refusal in the reader's language.</summary>
    public string Words => Refusal.In(CultureInfo.CurrentUICulture.Name);

    /// <summary>What was typed into a field; null when it was not sent.</summary>
    public string? this[string field] => Form.TryGetValue(field, out var value) ? value.ToString() : null;

    /// <summary>The words when the refusal is about this field: the last part of its code is the field's name.</summary>
    public string? About(string field) => Refusal.Code.EndsWith("." + field, StringComparison.Ordinal) ? Words : null;

    /// <summary>The page drawn again under the address of the form, with this as its parameter <c>Refused</c>.</summary>
    public IResult Redraw<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => Drawn.Page<TPage>(Refusal.Status, [.. parameters, ("Refused", this)]);
}
