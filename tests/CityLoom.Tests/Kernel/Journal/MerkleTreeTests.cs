using System.Security.Cryptography;
using System.Text;
using CityLoom.Kernel.Journal;

namespace CityLoom.Tests.Kernel.Journal;

public sealed class MerkleTreeTests
{
    /// <summary>The roots of RFC 6962's reference implementation over its eight test leaves.</summary>
    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_root_is_that_of_the_standard(int leaves, string root)
    {
        string[] hex = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.Root([.. hex.Take(leaves).Select(Convert.FromHexString)])));
    }

    [Fact]
    public void A_node_cannot_pose_as_a_leaf()
    {
        var (a, b) = (Encoding.UTF8.GetBytes("a"), Encoding.UTF8.GetBytes("b"));
        var node = MerkleTree.Root([a, b]);

        Assert.NotEqual(node, MerkleTree.Root([[.. SHA256.HashData([0, .. a]), .. SHA256.HashData([0, .. b])]]));
    }
}
