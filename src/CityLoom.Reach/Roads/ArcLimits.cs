namespace CityLoom.Reach.Roads;

/// <summary>Reasons why an arc is not open to everybody; a profile says which of them it may pass.</summary>
[Flags]
public enum ArcLimits : short
{
    /// <summary>Open to all motor traffic.</summary>
    None = 0,

    /// <summary>Against the direction of a one-way road.</summary>
    Contraflow = 1,

    /// <summary>Through traffic or all but permitted vehicles are kept out (private, delivery, customers).</summary>
    Private = 2,

    /// <summary>Motor traffic is kept out altogether, other than for buses or emergency vehicles.</summary>
    NoMotor = 4,

    /// <summary>Kept for buses and other public service vehicles.</summary>
    Bus = 8,

    /// <summary>Through a barrier that must be opened (gate, lifting gate, removable post).</summary>
    Gate = 16,

    /// <summary>Tagged as no way for emergency vehicles.</summary>
    NoEmergency = 32,

    /// <summary>A turn that a sign forbids.</summary>
    NoTurn = 64,
}
