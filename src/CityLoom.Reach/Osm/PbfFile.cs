using System.Text;
using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Osm;

/// <summary>How many elements a file holds.</summary>
/// <param name="Nodes">Nodes.</param>
/// <param name="Ways">Ways.</param>
/// <param name="Relations">Relations.</param>
public readonly record struct OsmCounts(long Nodes, long Ways, long Relations);

/// <summary>Reads an OpenStreetMap PBF file and hands its elements to a visitor.</summary>
internal static class PbfFile
{
    private static readonly string[] Understood = ["OsmSchema-V0.6", "DenseNodes"];

    /// <param name="stream">The file, at its beginning.</param>
    /// <param name="visitor">Is handed the elements.</param>
    /// <param name="progress">Is told the bytes read, after each blob.</param>
    /// <exception cref="RoadFileException">The file is damaged or needs what is not understood; the message names the byte.</exception>
    public static OsmCounts Read(Stream stream, OsmVisitor visitor, Action<long>? progress = null)
    {
        var (blobs, block, first) = (new PbfBlobs(stream), new PbfBlock(visitor), true);
        while (blobs.TryRead(out var kind, out var content))
        {
            if (first && kind != "OSMHeader")
            {
                throw new RoadFileException($"{blobs.Where}: the first blob of an OpenStreetMap PBF file is OSMHeader, here it is '{kind}'");
            }
            if (first)
            {
                CheckFeatures(new(content, blobs.Where));
            }
            else if (kind == "OSMData")
            {
                block.Read(new(content, blobs.Where), content.Length);
            }
            first = false;
            progress?.Invoke(blobs.End);
        }
        return first ? throw new RoadFileException("byte 0: the file is empty") : block.Counts;
    }

    private static void CheckFeatures(ProtoReader header)
    {
        while (header.Next())
        {
            if (header.Field != 4)
            {
                header.Skip();
            }
            else if (Encoding.UTF8.GetString(header.Bytes()) is var feature && !Understood.Contains(feature))
            {
                throw header.Damaged($"the file needs the feature '{feature}', which is not understood here");
            }
        }
    }
}
