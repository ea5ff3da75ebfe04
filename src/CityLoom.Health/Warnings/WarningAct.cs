namespace CityLoom.Health.Warnings;

/// <summary>What a person does with a warning.</summary>
public enum WarningAct
{
    /// <summary>Says that the signal is real.</summary>
    Verify,

    /// <summary>Says that something goes on.</summary>
    Confirm,

    /// <summary>Declares an outbreak.</summary>
    Declare,

    /// <summary>Says that it no longer spreads.</summary>
    Control,

    /// <summary>Ends it.</summary>
    Close,

    /// <summary>Says that it is nothing, and why.</summary>
    Drop,

    /// <summary>Takes up again what was controlled, closed or dropped.</summary>
    Resume,

    /// <summary>Sets the level by judgement.</summary>
    SetLevel,

    /// <summary>Sets the day on which it emerged.</summary>
    SetOnset,

    /// <summary>Writes something down.</summary>
    Note,
}
