using CityLoom.Requests.Understanding;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Requests;

/// <summary>Residents' messages beside the repository, which are not ours to publish; tests are skipped where they are not.</summary>
internal static class SharedRequests
{
    public static List<T> Read<T>(string name, Func<RequestFile, T> row)
    {
        var path = Path.Combine(Repository.Shared ?? "", "data", "requests", "zh", name);
        if (!File.Exists(path))
        {
            Assert.Skip($"The messages ../shared/data/requests/zh/{name} are not here.");
        }

        using var text = File.OpenText(path);
        using var file = RequestFile.Open(text, [], (line, why) => Assert.Fail($"{name}:{line}: {why}"))!;
        var rows = new List<T>();
        while (file.Read())
        {
            rows.Add(row(file));
        }

        return rows;
    }
}
