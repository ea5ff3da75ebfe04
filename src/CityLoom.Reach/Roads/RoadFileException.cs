namespace CityLoom.Reach.Roads;

/// <summary>A road file cannot be taken: says what is wrong and where (line or byte offset), in words for whoever brought the file.</summary>
public sealed class RoadFileException : Exception
{
    /// <summary>With the words to show.</summary>
    public RoadFileException(string message)
        : base(message)
    {
    }

    /// <summary>With the words to show and what led to it.</summary>
    public RoadFileException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Without words; there only because exceptions are expected to have it.</summary>
    public RoadFileException()
        : base("The road file cannot be taken")
    {
    }
}
