using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Locate;

/// <summary>What is asked of a location model.</summary>
public sealed record LocateQuestion
{
    /// <summary>Which model.</summary>
    public required LocateModel Model { get; init; }

    /// <summary>Units in all, the existing ones included; the file's own number when null.</summary>
    public int? Units { get; init; }

    /// <summary>The limit of covering models, in the unit of the times.</summary>
    public int? Limit { get; init; }

    /// <summary>The wider limit that everybody must lie within; required by the double standard.</summary>
    public int? WideLimit { get; init; }

    /// <summary>The share of weight that the double standard asks for within the narrow limit.</summary>
    public double Share { get; init; } = 0.9;

    /// <summary>The busy fraction of maximal expected covering.</summary>
    public double Busy { get; init; } = 0.3;

    /// <summary>Units that a site can take at least, whatever the table says; for the double standard and expected covering.</summary>
    public int PerSite { get; init; } = 1;

    /// <summary>Shares that must be covered, by area; the empty name stands for everything.</summary>
    public IReadOnlyDictionary<string, double> Targets { get; init; } = new Dictionary<string, double>();

    /// <summary>Answers the question for an input.</summary>
    public Checked<LocateAnswer> Ask(LocateInput input, SearchLimits limits)
    {
        var units = Units ?? input.Units;
        if (units is null && Model != LocateModel.Lscp)
        {
            return new InputFault("locate.no-p", "请用 --p 给出要设的数量。", "Say with --p how many units to place.");
        }

        if (PerSite is < 1 or > 1000 || Limit < 0 || WideLimit < Limit)
        {
            return new InputFault("locate.bad-limits", "时限不能为负数，宽时限不能小于窄时限，每址单元数在 1 到 1000 之间。",
                "The limits must not be negative, the wider one not below the narrow one, and a site takes 1 to 1000 units.");
        }

        return Model is LocateModel.PMedian or LocateModel.PCenter ? ByTime(input, units!.Value, limits) : ByCover(input, units ?? 1, limits);
    }

    private Checked<LocateAnswer> ByTime(LocateInput input, int units, SearchLimits limits)
    {
        if (input.Times is not { } times)
        {
            return new InputFault("locate.no-times", "此文件只有覆盖关系，没有时间；此模型需要时间。", "The file says who is covered but not how far; this model needs times.");
        }

        var problem = new MedianProblem { Times = times, Weights = input.Weights, Rules = input.Rules, Capacities = input.Capacities };
        return Model == LocateModel.PMedian ? PMedian.Solve(problem, units, limits) : PCenter.Solve(problem, units, limits);
    }

    private Checked<LocateAnswer> ByCover(LocateInput input, int units, SearchLimits limits)
    {
        if (Problem(input) is not { } problem)
        {
            return new InputFault("locate.no-limit", "请用 --limit 给出时限（与时间同单位）；双标准模型还需 --wide-limit。",
                "Say the limit with --limit, in the unit of the times; the double standard also needs --wide-limit.");
        }

        return Targets.Keys.FirstOrDefault(area => area.Length > 0 && !input.Areas.Contains(area)) is { } stray
            ? new InputFault("locate.no-area", $"没有名为 {stray} 的分区。", $"No demand lies in an area named {stray}.")
            : Model switch
            {
                LocateModel.Mclp => MaximalCovering.Solve(problem, units, limits),
                LocateModel.Lscp => SetCovering.Solve(problem, limits),
                LocateModel.Dsm => DoubleStandard.Solve(problem, units, Share, limits),
                _ => ExpectedCovering.Solve(problem, units, Busy, limits),
            };
    }

    private CoverProblem? Problem(LocateInput input)
    {
        var cover = Limit is { } limit ? input.Times?.Within(limit) : null;
        var wide = WideLimit is { } most ? input.Times?.Within(most) : null;
        if ((cover ?? input.Cover) is not { } lists || (Model == LocateModel.Dsm && wide is null))
        {
            return null;
        }

        var names = input.Areas.Distinct(StringComparer.Ordinal).ToList();
        return new CoverProblem
        {
            Cover = lists,
            MustReach = wide,
            Weights = input.Weights,
            Rules = Model is LocateModel.Dsm or LocateModel.Mexclp
                ? input.Rules with { Most = [.. input.Rules.Most.Select(most => most == 0 ? 0 : Math.Max(most, PerSite))] } : input.Rules,
            Capacities = Model == LocateModel.Mclp ? input.Capacities : [],
            Zones = [.. input.Areas.Select(area => names.IndexOf(area))],
            Targets = [.. Targets.Where(target => target.Key.Length == 0 || names.Contains(target.Key)).Select(target => new CoverTarget(target.Key.Length == 0 ? null : names.IndexOf(target.Key), target.Value))],
        };
    }
}
