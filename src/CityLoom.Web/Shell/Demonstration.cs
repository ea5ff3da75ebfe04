namespace CityLoom.Web.Shell;

/// <summary>What the sign-in page of a demo city tells: its accounts and their password; both empty in a real city.</summary>
/// <param name="Password">The password of all accounts; null in a real city.</param>
/// <param name="Accounts">Their names.</param>
public sealed record Demonstration(string? Password, IReadOnlyList<string> Accounts);
