using System.Security.Cryptography;

namespace CityLoom.Kernel.Journal;

/// <summary>Merkle tree root as in RFC 6962 §2.1: leaves and nodes are hashed with different prefixes, so that neither can pose as the other.</summary>
public static class MerkleTree
{
    /// <summary>The root over the leaves in order; SHA-256 of nothing when there are none.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> leaves) => leaves.Count == 0 ? SHA256.HashData([]) : Root(leaves, 0, leaves.Count);

    private static byte[] Root(IReadOnlyList<byte[]> leaves, int start, int count)
    {
        if (count == 1)
        {
            return SHA256.HashData([0x00, .. leaves[start]]);
        }

        var left = 1;
        while (left * 2 < count)
        {
            left *= 2;
        }

        return SHA256.HashData([0x01, .. Root(leaves, start, left), .. Root(leaves, start + left, count - left)]);
    }
}
