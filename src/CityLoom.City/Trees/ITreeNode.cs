namespace CityLoom.City.Trees;

/// <summary>Something with a code of its own and, unless it is a root, the code of what it belongs to.</summary>
public interface ITreeNode
{
    /// <summary>Unique within its tree; compared character by character.</summary>
    string Code { get; }

    /// <summary>Code of the node above; null at a root.</summary>
    string? ParentCode { get; }
}
