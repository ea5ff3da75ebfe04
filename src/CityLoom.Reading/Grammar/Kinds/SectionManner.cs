namespace CityLoom.Reading.Grammar;

/// <summary>How the text under a heading speaks.</summary>
internal enum SectionManner
{
    /// <summary>As its own words say.</summary>
    Plain,

    /// <summary>Direction, under 指导思想 or 基本原则: nothing there is an act.</summary>
    Doctrine,

    /// <summary>An account of the past, under 工作回顾: nothing there is to be done.</summary>
    Review,

    /// <summary>States to be reached, under 主要目标: a level or an improvement is a target without more ado.</summary>
    Aims,
}
