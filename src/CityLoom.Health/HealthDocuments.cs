using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health;

/// <summary>Keeps the net's named documents, settings and plans, with every version.</summary>
internal static class HealthDocuments
{
    private const string Subject = "health-document";

    /// <summary>Each document with all its versions.</summary>
    public static KeptSubject Kept { get; } = new(
        Subject, [new RowSet("health_documents", $"case name when '{Sweeps.SweepSettings.Document}' then 1 else 2 end", "name, version, at, account, text")]);

    /// <summary>The latest version, or null before the first.</summary>
    public static T? Read<T>(Session session, string name)
        where T : class =>
        Latest(session, name) is { } text ? HealthJson.Read<T>(text) : null;

    /// <summary>Stores a further version unless it says what the last one says; true when it did.</summary>
    public static bool Put<T>(Writing writing, string name, T document, DateTimeOffset at, Actor by)
    {
        var text = HealthJson.Write(document);
        if (Latest(writing, name) == text)
        {
            return false;
        }

        var version = writing.Value<int>("select coalesce(max(version), 0) from health_documents where name = @name", new { name }) + 1;
        writing.Execute(
            "insert into health_documents (name, version, at, account, text) values (@name, @version, @at, @account, @text)",
            new { name, version, at, account = by.Account, text });
        Kept.Append(writing, Identity(name), at, by, "put", new { name, version, document });
        return true;
    }

    private static string? Latest(Session session, string name) =>
        session.Rows<string>("select text from health_documents where name = @name order by version desc limit 1", new { name }).FirstOrDefault();

    /// <summary>Each document has a chain of its own.</summary>
    private static long Identity(string name) => name == Sweeps.SweepSettings.Document ? 1 : 2;
}
