namespace CityLoom.Reach.Roads;

/// <summary>What a search reads of an arc: the node it leads to (against the arc in a reverse search) and the time it takes.</summary>
internal readonly record struct Arc(int Node, int Time);
