namespace CityLoom.Web.Parts;

/// <summary>A child of a matter in its parent's roll-up.</summary>
/// <param name="Name">Unit or place that has it.</param>
/// <param name="Href">The child's page.</param>
/// <param name="Light">Its light.</param>
/// <param name="State">Its state in words.</param>
/// <param name="Done">How much is done, in the roll-up's unit.</param>
/// <param name="Of">How much is to be done.</param>
/// <param name="Clock">Its clock in words.</param>
public sealed record RollUpView(string Name, string Href, Light Light, string State, int Done, int Of, ClockView Clock);
