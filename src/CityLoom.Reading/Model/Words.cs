namespace CityLoom.Reading;

/// <summary>One message in the two languages of the product.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record Words(string Zh, string En)
{
    /// <summary>Chinese first, then English, on one line.</summary>
    public override string ToString() => $"{Zh} / {En}";
}
