using CityLoom.Kernel.Accounts;

namespace CityLoom.City.Matters;

/// <summary>A line of the table: this act, from these states, to that one, by these roles as that party.</summary>
/// <param name="Act">What is done.</param>
/// <param name="From">The states in which it may be done.</param>
/// <param name="To">The state after it; null when it stays.</param>
/// <param name="By">As whom.</param>
/// <param name="Roles">Who may, in that party.</param>
/// <param name="NeedsReason">True when words must be given.</param>
public sealed record Transition(Act Act, IReadOnlyList<MatterState> From, MatterState? To, Party By, IReadOnlyList<Role> Roles, bool NeedsReason);
