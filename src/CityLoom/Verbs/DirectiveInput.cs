using CityLoom.Reading;
using CityLoom.Reading.Sources;

namespace CityLoom.Verbs;

/// <summary>One file to read, or standard input.</summary>
/// <param name="Name">As named on the command line; <c>-</c> is standard input.</param>
/// <param name="OutputName">Name of the JSON file in the folder of results.</param>
internal sealed record DirectiveInput(string Name, string OutputName)
{
    /// <summary>All bytes, or the refusal that says why not; a file over the limit is not even opened.</summary>
    public Outcome<FileContent> Bytes()
    {
        try
        {
            using var stream = Name == "-" ? Console.OpenStandardInput() : File.OpenRead(Name);
            return FileContent.Read(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SourceRefusal("unreadable", new Words($"文件打不开：{e.Message}", $"The file cannot be opened: {e.Message}"));
        }
    }
}
