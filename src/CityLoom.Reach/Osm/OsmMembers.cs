namespace CityLoom.Reach.Osm;

/// <summary>What a member of a relation is, by its number in the format.</summary>
internal enum OsmKind
{
    Node,
    Way,
    Relation,
}

/// <summary>The members of one relation, their roles as numbers into the table of strings of its block.</summary>
internal readonly ref struct OsmMembers(PbfStrings strings, ReadOnlySpan<int> roles, ReadOnlySpan<long> ids, ReadOnlySpan<int> kinds)
{
    private readonly ReadOnlySpan<int> _roles = roles;
    private readonly ReadOnlySpan<long> _ids = ids;
    private readonly ReadOnlySpan<int> _kinds = kinds;

    /// <summary>The members with a role that are of a kind; null where one with that role is of another kind.</summary>
    public List<long>? WithRole(ReadOnlySpan<byte> role, OsmKind kind)
    {
        var found = new List<long>();
        for (var i = 0; i < _ids.Length; i++)
        {
            if (!strings[_roles[i]].SequenceEqual(role))
            {
                continue;
            }
            if (_kinds[i] != (int)kind)
            {
                return null;
            }
            found.Add(_ids[i]);
        }
        return found;
    }
}
