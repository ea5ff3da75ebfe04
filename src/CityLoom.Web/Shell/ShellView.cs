namespace CityLoom.Web.Shell;

/// <summary>What the frame of a staff page shows around the page.</summary>
/// <param name="Items">The navigation in order.</param>
/// <param name="Who">The person's name, or null when nobody has signed in.</param>
/// <param name="Unit">The unit and role the person acts for.</param>
/// <param name="Note">A standing remark, such as that the data are a demonstration.</param>
public sealed record ShellView(IReadOnlyList<NavItem> Items, string? Who, string? Unit, string? Note);

/// <summary>A line of the navigation. <paramref name="Waiting"/> is how many things there wait for this person; 0 isn't shown.</summary>
public sealed record NavItem(string Href, string Words, int Waiting = 0)
{
    /// <summary>Further addresses whose pages belong to this line.</summary>
    public IReadOnlyList<string> Siblings { get; init; } = [];

    /// <summary>How well this line fits a page's address: the length of what they share, 0 for nothing.</summary>
    public int Fits(string path) => Siblings.Append(Href)
        .Where(h => path == h || path.StartsWith(h + "/", StringComparison.Ordinal)).Select(h => h.Length).DefaultIfEmpty(0).Max();
}

/// <summary>A step of the way that leads to a page; without an address it is where one is.</summary>
public sealed record Crumb(string Words, string? Href = null);
