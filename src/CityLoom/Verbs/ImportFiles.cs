using System.Text;
using CityLoom.City.Trees;

namespace CityLoom.Verbs;

/// <summary>Opens files that are imported and prints what was found wrong in them, one line each.</summary>
internal static class ImportFiles
{
    /// <summary>What the file holds; null when it cannot be taken, after saying why.</summary>
    public static T? Read<T>(Terminal terminal, FileInfo file, Func<Stream, Import<T>> read)
        where T : class
    {
        try
        {
            using var stream = file.OpenRead();
            return Told(terminal, read(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error($"{file.Name}: 文件打不开 / the file cannot be opened: {e.Message}");
        }
        catch (DecoderFallbackException)
        {
            terminal.Error($"{file.Name}: 不是 UTF-8 编码，请另存为 UTF-8 / this is not UTF-8; save it as UTF-8");
        }

        return null;
    }

    /// <summary>What a CSV file in UTF-8 holds.</summary>
    public static T? ReadText<T>(Terminal terminal, FileInfo file, Func<TextReader, Import<T>> read)
        where T : class =>
        Read(terminal, file, stream =>
        {
            using var text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return read(text);
        });

    private static T? Told<T>(Terminal terminal, Import<T> import)
        where T : class
    {
        foreach (var line in import.Faults.Concat(import.Notes))
        {
            terminal.Error($"{line} [{line.Code}]");
        }

        return import.Value;
    }
}
