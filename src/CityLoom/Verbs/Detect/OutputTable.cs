using System.Globalization;
using System.Text;

namespace CityLoom.Verbs.Detect;

/// <summary>A comma-separated file being written; it takes the place of an older one only when it is whole.</summary>
internal sealed class OutputTable(params string[] header)
{
    private readonly StringBuilder _text = new StringBuilder().AppendJoin(',', header).Append('\n');

    /// <summary>Adds a row; numbers that read back exactly, a missing or endless one as an empty field.</summary>
    public void Row(params object?[] fields) => _text.AppendJoin(',', fields.Select(Field)).Append('\n');

    public void Save(string folder, string file) => Save(folder, file, _text.ToString());

    public static void Save(string folder, string file, string text)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, file);
        File.WriteAllText(path + ".part", text);
        File.Move(path + ".part", path, overwrite: true);
    }

    private static string Field(object? value) => value switch
    {
        null => "",
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
