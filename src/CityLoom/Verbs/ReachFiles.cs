using System.Text;
using CityLoom.Reach.Inputs;

namespace CityLoom.Verbs;

/// <summary>Opens the tables that the verbs of reach take, and prints why one is refused.</summary>
internal sealed class ReachFiles(Terminal terminal)
{
    /// <summary>More than this is not read.</summary>
    private const long Largest = 2_000_000_000;

    /// <summary>Whether anything was refused so far.</summary>
    public bool AnyRefused { get; private set; }

    /// <summary>What a file holds; null once its fault is printed, or when no file was named.</summary>
    public T? Read<T>(FileInfo? file, Func<string, TextReader, Checked<T>> read)
        where T : class
    {
        if (file is null)
        {
            return null;
        }

        try
        {
            using var bytes = file.OpenRead();
            using var text = new StreamReader(Packed.Open(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return file.Length > Largest ? Refuse<T>($"{file.Name}: 文件过大 / the file is too large") : Taken(read(file.Name, text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse<T>($"{file.Name}: 文件打不开 / the file cannot be opened: {e.Message}");
        }
        catch (InvalidDataException)
        {
            return Refuse<T>($"{file.Name}: gzip 数据损坏或不完整 / the gzip data are damaged or cut off");
        }
        catch (DecoderFallbackException)
        {
            return Refuse<T>($"{file.Name}: 不是 UTF-8 编码，请另存为 UTF-8 / this is not UTF-8; save it as UTF-8");
        }
    }

    /// <summary>A value; null once its fault is printed.</summary>
    public T? Taken<T>(Checked<T> found)
        where T : class =>
        found.Is(out var value, out var fault) ? value : Refuse<T>(fault.ToString());

    private T? Refuse<T>(string why)
        where T : class
    {
        AnyRefused = true;
        terminal.Error(why);
        return null;
    }
}
