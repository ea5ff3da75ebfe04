namespace CityLoom.Detection.Space;

/// <summary>How the evidence for the possible clusters is put together.</summary>
public enum WatchRule
{
    /// <summary>Their sum (Shiryaev and Roberts).</summary>
    ShiryaevRoberts,

    /// <summary>The strongest of them now; it falls again when the cluster fades.</summary>
    Cusum,

    /// <summary>The strongest of them so far, which never falls: what R's <c>stcd</c> with <c>cusum</c> does. R-compatible profile.</summary>
    CusumAsInR,
}
