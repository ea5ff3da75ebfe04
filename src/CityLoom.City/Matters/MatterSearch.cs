using System.Globalization;
using System.Text.Json;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>Finds matters by a filter, with one query for the page and one for the count.</summary>
public static class MatterSearch
{
    /// <summary>The page that the filter asks for.</summary>
    public static MatterPage Find(Session session, MatterFilter filter, DateTimeOffset now)
    {
        var rows = new List<Matter>();
        Read(session, filter, now, MatterRow.Columns, row => rows.Add(MatterRow.Read(row)));
        return new MatterPage(rows, IsAll(filter, rows.Count) ? rows.Count : CountSome(session, filter, now));
    }

    /// <summary>Writes the same page as the API shows it, from the rows straight to the answer.</summary>
    internal static void Write(Session session, MatterFilter filter, DateTimeOffset now, LongLists known, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("matters"u8);
        var count = Read(session, filter, now, MatterJson.Columns, row => MatterJson.Write(row, now, json));
        json.WriteEndArray();
        json.WriteNumber("total"u8, IsAll(filter, count) ? count : known.CountSome(session, filter, now));
        json.WriteEndObject();
    }

    /// <summary>How many match, counted no further than <see cref="MatterPage.MostCounted"/>.</summary>
    public static int CountSome(Session session, MatterFilter filter, DateTimeOffset now) => CountSome(session, filter, now, MatterPage.MostCounted);

    /// <summary>How many match, counted no further than <paramref name="most"/>.</summary>
    internal static int CountSome(Session session, MatterFilter filter, DateTimeOffset now, int most)
    {
        var (where, args) = Where(session.Dialect, filter, now);
        args["most"] = most;
        using var count = session.Begin($"select count(*) from (select 1 from matters where {where} limit @most) c", args);
        count.Next();
        return (int)count.Number(0);
    }

    /// <summary>True when the first page shows all there are, so that nothing need be counted.</summary>
    private static bool IsAll(MatterFilter filter, int shown) => filter.Page <= 1 && shown < SizeOf(filter);

    private static int SizeOf(MatterFilter filter) => Math.Clamp(filter.PageSize, 1, MatterFilter.MostPerPage);

    private static int Read(Session session, MatterFilter filter, DateTimeOffset now, string columns, Action<Statement> each)
    {
        var (where, args) = Where(session.Dialect, filter, now);
        args["limit"] = SizeOf(filter);
        args["offset"] = (Math.Max(1, filter.Page) - 1L) * SizeOf(filter);
        var order = filter.Open == true ? "due_at nulls last, id" : "id desc";
        using var rows = session.Begin($"select {columns} from matters where {where} order by {order} limit @limit offset @offset", args);
        var count = 0;
        for (; rows.Next(); count++)
        {
            each(rows);
        }

        return count;
    }

    /// <summary>How many match, counted to the end.</summary>
    public static int Count(Session session, MatterFilter filter, DateTimeOffset now)
    {
        var (where, args) = Where(session.Dialect, filter, now);
        return session.Value<int>($"select count(*) from matters where {where}", args);
    }

    /// <summary>All that match, for exports; at most <paramref name="most"/>.</summary>
    public static List<Matter> All(Session session, MatterFilter filter, DateTimeOffset now, int most)
    {
        var (where, args) = Where(session.Dialect, filter, now);
        args["limit"] = most;
        return session.Rows<Matter>($"select {MatterRow.Columns} from matters where {where} order by due_at nulls last, id limit @limit", args);
    }

    /// <summary>The condition of a filter and its values; for counts grouped otherwise.</summary>
    internal static (string Where, Dictionary<string, object?> Args) Where(Dialect dialect, MatterFilter f, DateTimeOffset now)
    {
        var args = new Dictionary<string, object?> { ["now"] = now };
        var parts = new List<string>();
        void Add(string condition, string name, object? value)
        {
            if (value is not null)
            {
                parts.Add(condition);
                args[name] = value;
            }
        }

        parts.AddRange(f.Open is { } open ? [open ? "open = 1" : "open = 0"] : []);
        Add(In(dialect, "holder", "holders"), "holders", List(dialect, f.Holders));
        Add($"({In(dialect, "holder", "parties")} or {In(dialect, "accountable", "parties")})", "parties", List(dialect, f.Parties));
        Add("place >= @place and place < @placeEnd", "place", f.Place);
        args["placeEnd"] = f.Place is null ? null : f.Place[..^1] + "0";
        Add("kind = @kind", "kind", f.Kind);
        Add("state = @state", "state", f.State?.ToString());
        Add("source = @source", "source", f.Source);
        Add(In(dialect, "source_id", "sourceIds"), "sourceIds", List(dialect, f.SourceIds));
        Add("due_at > @dueFrom", "dueFrom", f.DueFrom);
        Add("due_at < @dueBefore", "dueBefore", f.DueBefore);
        Add("ended_at >= @endedFrom", "endedFrom", f.EndedFrom);
        Add($"(confidential = 0 or {In(dialect, "holder", "mayRead")} or {In(dialect, "accountable", "mayRead")})", "mayRead", List(dialect, f.MayRead));
        if (f.Counted is { } counted)
        {
            parts.Add(counted.Condition ?? "1 = 0");
            (args["countedFrom"], args["countedUntil"], args["countedUnit"]) =
                (counted.From.ToUnixTimeMilliseconds(), counted.Until.ToUnixTimeMilliseconds(), counted.Unit);
        }

        parts.AddRange(f.Asking ? ["(state = 'ReturnRequested' or extension_asked is not null or supervision <> 'None')"] : []);
        parts.AddRange(f.Light is { } light ? [Condition(light)] : []);
        AddText(dialect, f.Text, parts, args);
        return (parts.Count == 0 ? "1 = 1" : string.Join(" and ", parts), args);
    }

    /// <summary>The condition of a light, the same as <see cref="Matter.LightAt"/>.</summary>
    internal static string Condition(Light light)
    {
        const string clock = "open = 1 and state <> 'Suspended' and due_at is not null";
        const string at = "coalesce(resolved_at, @now)";
        return light switch
        {
            Light.Overdue => $"({clock} and due_at <= {at})",
            Light.Behind => $"({clock} and due_at > {at} and behind = 1)",
            Light.Near => $"({clock} and due_at > {at} and behind = 0 and warn_at <= {at})",
            Light.Done => "state in ('Closed', 'Evaluated')",
            _ => $"(open = 1 and not ({clock} and (due_at <= {at} or behind = 1 or warn_at <= {at})))",
        };
    }

    private static void AddText(Dialect dialect, string? text, List<string> parts, Dictionary<string, object?> args)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0 && MatterKinds.All.Any(k => text.AsSpan(0, dash).Trim().Equals(k.Prefix, StringComparison.OrdinalIgnoreCase)) && long.TryParse(text.AsSpan(dash + 1).TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            parts.Add("id = @number");
            args["number"] = id;
        }
        else if (MatterText.Condition(dialect, text) is { } found)
        {
            parts.Add(found.Condition);
            args["words"] = found.Value;
        }
        else
        {
            parts.Add("1 = 0");
        }
    }

    private static string In(Dialect dialect, string column, string name) =>
        dialect == Dialect.Postgres ? $"{column} = any(@{name})" : $"{column} in (select value from json_each(@{name}))";

    /// <summary>A list as one value: an array on PostgreSQL, JSON on SQLite, so that the statement does not change with its length.</summary>
    private static object? List<T>(Dialect dialect, IReadOnlyCollection<T>? values) => values is null ? null
        : dialect == Dialect.Postgres ? values.ToArray()
        : JsonSerializer.Serialize(values);
}
