using CityLoom.Reading;

namespace CityLoom.Tests.Reading;

/// <summary>Short ways to read in a test.</summary>
internal static class Read
{
    /// <summary>The clean text of a text that must be readable.</summary>
    public static CleanText Clean(string text)
    {
        var outcome = DirectiveReader.Read(text);
        Assert.True(outcome.Succeeded, outcome.Refusal?.Code);
        return outcome.Value.CleanText;
    }

    /// <summary>The paragraphs of the clean text.</summary>
    public static string[] Paragraphs(string text) => Clean(text).Text.Split('\n');

    /// <summary>The clean text of a file that must be readable.</summary>
    public static string File(byte[] bytes)
    {
        var outcome = DirectiveReader.Read(bytes);
        Assert.True(outcome.Succeeded, outcome.Refusal?.Words.En);
        return outcome.Value.CleanText.Text;
    }

    /// <summary>The code of the refusal of a file that must not be readable.</summary>
    public static string Refusal(byte[] bytes)
    {
        var outcome = DirectiveReader.Read(bytes);
        Assert.False(outcome.Succeeded);
        Assert.NotEmpty(outcome.Refusal.Words.Zh);
        Assert.NotEmpty(outcome.Refusal.Words.En);
        return outcome.Refusal.Code;
    }
}
