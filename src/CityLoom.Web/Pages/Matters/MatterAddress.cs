using System.Globalization;
using CityLoom.City.Matters;
using CityLoom.City.Rates;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace CityLoom.Web.Pages.Matters;

/// <summary>The address of a list of matters, and the list of an address: the query string is the whole state of the page.</summary>
internal static class MatterAddress
{
    /// <summary>The address of the list that a query describes.</summary>
    public static string Of(MatterQuery query, string path = "/matters")
    {
        var parts = new QueryBuilder();
        void Add(string name, object? value)
        {
            if (value is not null)
            {
                parts.Add(name, Convert.ToString(value, CultureInfo.InvariantCulture)!);
            }
        }

        Add("box", query.Box);
        Add("kind", query.Kind);
        Add("state", query.State);
        Add("light", query.Light);
        Add("organization", query.Organization);
        Add("territory", query.Territory);
        Add("text", query.Text);
        Add("open", query.Open is { } open ? open ? "true" : "false" : null);
        Add("asking", query.Asking == true ? "true" : null);
        Add("dueWithin", query.DueWithin);
        Add("endedWithin", query.EndedWithin);
        Add("rate", query.Rate);
        Add("part", query.Part);
        Add("from", Day(query.From));
        Add("to", Day(query.To));
        Add("unit", query.Unit);
        Add("page", query.Page is > 1 ? query.Page : null);
        return path + parts.ToQueryString();
    }

    /// <summary>The query of an address, with the names of its parts that could not be read and are left out.</summary>
    public static (MatterQuery Query, IReadOnlyList<string> Unread) Read(IQueryCollection address)
    {
        var unread = new List<string>();
        string? Text(string name) => address[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        T? Value<T>(string name, Func<string, T?> read)
            where T : struct
        {
            var text = Text(name);
            var value = text is null ? null : read(text);
            if (text is not null && value is null)
            {
                unread.Add($"{name}={text}");
            }

            return value;
        }

        T? Choice<T>(string name)
            where T : struct, Enum => Value<T>(name, t => Enum.TryParse<T>(t, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice : null);
        int? Number(string name) => Value<int>(name, t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 100_000 ? n : null);
        DateOnly? Date(string name) => Value<DateOnly>(name, t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d : null);
        bool? Truth(string name) => Value<bool>(name, t => bool.TryParse(t, out var truth) ? truth : null);
        var query = new MatterQuery
        {
            Box = Text("box"), Kind = Text("kind"), State = Choice<MatterState>("state"), Light = Choice<Light>("light"),
            Organization = Text("organization"), Territory = Text("territory"), Text = Text("text"), Open = Truth("open"), Asking = Truth("asking"),
            DueWithin = Number("dueWithin"), EndedWithin = Number("endedWithin"), Page = Number("page"),
            Rate = Text("rate"), Part = Choice<CountedPart>("part"), From = Date("from"), To = Date("to"), Unit = Text("unit"),
        };
        return (query, unread);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
