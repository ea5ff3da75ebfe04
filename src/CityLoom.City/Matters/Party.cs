namespace CityLoom.City.Matters;

/// <summary>As whom an act is done: which organization of the matter the actor's grant must cover.</summary>
public enum Party
{
    /// <summary>The organization that answers for it, or one above.</summary>
    Accountable,

    /// <summary>The organization to which it is offered, or one above.</summary>
    Offered,

    /// <summary>The organization working on it, or one above.</summary>
    Handling,

    /// <summary>The organization to which it is offered or that works on it; while there is neither, the accountable one.</summary>
    HandlingOrOffered,

    /// <summary>Somebody who is not a judge in their own case: strictly above the handling organization, or the accountable one when that is another.</summary>
    Arbiter,

    /// <summary>The accountable organization, by another account than the one that reported it done.</summary>
    Checker,

    /// <summary>Any organization of the matter.</summary>
    Any,

    /// <summary>Only the schedule.</summary>
    System,
}
