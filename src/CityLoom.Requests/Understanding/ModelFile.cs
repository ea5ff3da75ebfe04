using System.Runtime.InteropServices;

namespace CityLoom.Requests.Understanding;

/// <summary>Keeps a <see cref="CategoryModel"/> in a file: little-endian numbers behind a mark and a version.</summary>
public static class ModelFile
{
    private const uint Mark = 0x31514C43; // "CLQ1"
    private const int MostLabels = 10_000;
    private const int MostGrams = 50_000_000;

    /// <summary>Writes a model.</summary>
    public static void Write(Stream stream, CategoryModel model)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(model.Labels.Count);
        foreach (var label in model.Labels)
        {
            writer.Write(label);
        }

        writer.Write(model.Calibration.Sharpness);
        writer.Write(model.Calibration.Threshold);
        writer.Write(model.Vocabulary.Count);
        writer.Write(MemoryMarshal.AsBytes(model.Vocabulary.Hashes.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(model.Rarity.AsSpan()));
        for (var feature = 0; feature <= model.Vocabulary.Count; feature++)
        {
            writer.Write(MemoryMarshal.AsBytes(model.Weights[feature][..model.Labels.Count]));
        }
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The file is no model, of another version, or cut short.</exception>
    public static CategoryModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        try
        {
            return Read(reader);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("模型文件不完整，请重新训练 / the model file is cut short or damaged; train it again", e);
        }
    }

    private static CategoryModel Read(BinaryReader reader)
    {
        if (reader.ReadUInt32() != Mark)
        {
            throw new InvalidDataException("不是本版本的模型文件，请用 requests train 重新训练 / this is not a model of this version; make one with requests train");
        }

        string[] labels = [.. Enumerable.Range(0, Bounded(reader, MostLabels)).Select(_ => reader.ReadString())];
        var calibration = new Calibration(reader.ReadDouble(), reader.ReadDouble());
        var count = Bounded(reader, MostGrams);
        var hashes = new uint[count];
        var rarity = new float[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(hashes.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rarity.AsSpan()));
        var weights = new WeightTable(count + 1, labels.Length);
        for (var feature = 0; feature <= count; feature++)
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights[feature][..labels.Length]));
        }

        return new(labels, new Vocabulary(hashes), rarity, weights, calibration);
    }

    private static int Bounded(BinaryReader reader, int most) =>
        reader.ReadInt32() is var count && count >= 1 && count <= most ? count : throw new FormatException("A count is out of bounds.");
}
