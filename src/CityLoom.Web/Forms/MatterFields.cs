using System.Globalization;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using Microsoft.AspNetCore.Http;
using MatterAct = CityLoom.City.Matters.Act;

namespace CityLoom.Web.Forms;

/// <summary>Reads the fields of forms about matters. A field that cannot be read is a refusal about that field.</summary>
internal static class MatterFields
{
    /// <summary>A field without the spaces around it; null when it is empty.</summary>
    public static string? Text(IFormCollection form, string name) => form[name].ToString().Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The act that a panel asks for.</summary>
    public static Outcome<ActRequest> Act(IFormCollection form, CityContext city)
    {
        if (!Enum.TryParse<MatterAct>(Text(form, "act"), out var act) || act is MatterAct.Escalate or MatterAct.AddEvidence or MatterAct.Divide)
        {
            return Bad("act", "表单不完整，请从事项页面重新打开。", "The form is incomplete; open it from the matter's page again.");
        }

        return Organization(form, "organization", city).Then<ActRequest>(organization => Date(form, "until").Then<ActRequest>(until => new ActRequest
        {
            Act = act,
            Version = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : null,
            Reason = Text(form, "reason"),
            Organization = organization,
            Until = until,
            Into = Number(Text(form, "into")),
            Colour = Enum.TryParse<SupervisionColour>(Text(form, "colour"), out var colour) ? colour : SupervisionColour.None,
            Progress = int.TryParse(form["progress"], CultureInfo.InvariantCulture, out var progress) ? progress : null,
            Period = Text(form, "period"),
        }));
    }

    /// <summary>The parts that are to be made: one for each organization ticked or written.</summary>
    public static Outcome<IReadOnlyList<Part>> Parts(IFormCollection form, CityContext city)
    {
        var codes = form["organizations"].OfType<string>().SelectMany(c => c.Split(',')).Where(c => city.Organizations.Find(c) is not null).ToList();
        return Organization(form, "other", city).Then<IReadOnlyList<Part>>(other => Date(form, "due").Then<IReadOnlyList<Part>>(due =>
        {
            var all = other is { } one ? codes.Append(one) : codes;
            var title = Text(form, "title");
            return all.Distinct().Select(code => new Part { Organization = code, Title = title, DueDate = due }).ToList();
        }));
    }

    /// <summary>A matter registered by hand.</summary>
    public static Outcome<NewMatter> New(IFormCollection form, CityContext city) =>
        Place(form, city).Then<NewMatter>(place => Organization(form, "dispatch", city).Then<NewMatter>(to => Date(form, "due").Then<NewMatter>(due => new NewMatter
        {
            Kind = Text(form, "kind") ?? "",
            Title = Text(form, "title") ?? "",
            Words = Text(form, "words"),
            Category = Text(form, "category"),
            Territory = place,
            DispatchTo = to,
            Term = due is null && Text(form, "days") is { } days ? $"days:{days}" : null,
            DueDate = due,
            Urgency = int.TryParse(form["urgency"], CultureInfo.InvariantCulture, out var urgency) ? urgency : 0,
            Confidential = form.ContainsKey("confidential"),
        })));

    /// <summary>The rows of the monthly sheet that were filled in; a row left empty is not sent.</summary>
    public static IEnumerable<(long Id, ActRequest Request)> Reports(IFormCollection form)
    {
        foreach (var id in form["matter"].Select(Number).OfType<long>())
        {
            if (form.ContainsKey($"send-{id}"))
            {
                yield return (id, new ActRequest
                {
                    Act = MatterAct.ReportProgress,
                    Period = Text(form, "period"),
                    Progress = int.TryParse(form[$"progress-{id}"], CultureInfo.InvariantCulture, out var progress) ? progress : null,
                    Reason = Text(form, $"words-{id}"),
                });
            }
        }
    }

    /// <summary>All that was typed, so that a key used for something else is noticed.</summary>
    public static string Fingerprint(IFormCollection form) =>
        string.Join('\n', form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));

    /// <summary>JC-000123 and 123 both name the matter 123.</summary>
    private static long? Number(string? text) =>
        long.TryParse(text is null ? null : text[(text.LastIndexOf('-') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static Outcome<string?> Organization(IFormCollection form, string field, CityContext city)
    {
        var written = Text(form, field);
        if (written is null || city.Organizations.Find(written) is not null)
        {
            return written;
        }

        var match = city.Trees.Directory.Find(written);
        var named = match.Organizations is [_] ? match.Organizations
            : [.. city.Organizations.All.Where(o => o.EnglishName.Equals(written, StringComparison.OrdinalIgnoreCase)).Take(2)];
        return named is [var one] ? one.Code : Bad(field, match.Reason + "请从列表中选择一个。", match.English + " Choose one of the list.");
    }

    private static Outcome<string?> Place(IFormCollection form, CityContext city)
    {
        var written = Text(form, "territory");
        if (written is null || city.Territories.Find(written) is not null)
        {
            return written;
        }

        // As the list writes it: 江岸区 大智街道 某某社区居委会, the last word being the place and the others those above it.
        var words = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = city.Territories.FindByName(words[^1])
            .Where(t => words[..^1].All(w => city.Territories.Ancestors(t.Code).Any(a => a.Name == w))).Take(2).ToList();
        return found is [var one] ? one.Code
            : found.Count > 1 ? Bad("territory", $"叫“{written}”的地方不止一个，请从列表中选择，连同区和街道。", $"More than one place is called '{written}'; choose one of the list with its district and street.")
            : Bad("territory", $"区划中没有“{written}”。", $"The division tree has no '{written}'.");
    }

    private static Outcome<DateOnly?> Date(IFormCollection form, string field)
    {
        if (Text(form, field) is not { } written)
        {
            return (DateOnly?)null;
        }

        return DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (DateOnly?)date
            : Bad(field, $"“{written}”不是日期，写作 2026-03-31。", $"'{written}' is not a date; write it like 2026-03-31.");
    }

    private static Refusal Bad(string field, string words, string english) => new("form." + field, words, english, 400);
}
