using System.Globalization;

namespace CityLoom.City.Indicators;

/// <summary>The reckoning of a target in words, line by line as a page prints it.</summary>
internal static class TargetWords
{
    public static IReadOnlyList<Bilingual> Of(Target target, TargetStanding standing)
    {
        var lines = new List<Bilingual> { Verdict(target, standing) };
        if (standing.Used.Count > 0)
        {
            lines.Add(Actual(target, standing));
            lines.Add(Expected(target, standing));
        }
        if (standing.Missing.Count > 0)
            lines.Add(Missing(target, standing));
        if (standing.LeftAside.Count > 0)
            lines.Add(new(
                $"另有 {standing.LeftAside.Count} 条观测未用：统计周期不同、不在路径内或期间尚未结束",
                $"{standing.LeftAside.Count} observations left aside: another rhythm, outside the path, or a period that is not over"));
        if (standing.RequiredPerPeriod is { } required)
            lines.Add(Required(target, standing, required));
        if (AssessTarget.IsSpent(target, standing))
            lines.Add(new("已突破全程总额", "the total for the whole path is exceeded already"));
        return lines;
    }

    private static Bilingual Verdict(Target target, TargetStanding standing)
    {
        var status = Name(standing.Status);
        if (standing.Actual is null)
            return standing.AsOf > target.Due
                ? new($"{status.Zh}：已过到期日 {target.Due:O}，没有任何观测", $"{status.En}: the due day {target.Due:O} is over and nothing was observed")
                : new($"{status.Zh}：路径上还没有观测", $"{status.En}: nothing observed on the path yet");
        var (actual, expected) = (Number(standing.Actual.Value), Number(standing.Expected!.Value));
        var (difference, tolerance) = (Signed(standing.Difference!.Value), Number(standing.Tolerance!.Value));
        var due = standing.Status == TargetStatus.Overdue;
        return new(
            $"{status.Zh}：实际 {actual}{target.Unit.Zh}，应达 {expected}{target.Unit.Zh}，差 {difference}，容差 ±{tolerance}{(due ? $"；{target.Due:O} 到期未见达到 {Number(target.Value)}" : "")}",
            $"{status.En}: actual {actual} {target.Unit.En}, expected {expected}, difference {difference}, tolerance ±{tolerance}{(due ? $"; {Number(target.Value)} not shown to be reached by {target.Due:O}" : "")}");
    }

    private static Bilingual Actual(Target target, TargetStanding standing)
    {
        var (first, last) = (standing.Used[0].Period.Words, standing.Used[^1].Period.Words);
        if (target.Accumulation == Accumulation.Level)
        {
            var revision = Revision(standing.Used[^1]);
            return new($"实际取{last.Zh}的观测{revision.Zh}", $"Actual is the observation for {last.En}{revision.En}");
        }
        var revised = standing.Used.Where(o => o.Revision > 0).Select(o => new Bilingual($"{o.Period.Words.Zh}{Revision(o).Zh}", $"{o.Period.Words.En}{Revision(o).En}")).ToList();
        var count = standing.Used.Count;
        return new(
            $"实际 = {(target.Baseline == 0 ? "" : $"起点 {Number(target.Baseline)} + ")}{first.Zh}至{last.Zh}已报 {count} 期之和{(revised.Count > 0 ? "；" + string.Join("、", revised.Select(r => r.Zh)) : "")}",
            $"Actual = {(target.Baseline == 0 ? "" : $"{Number(target.Baseline)} at the start + ")}sum of {count} periods reported from {first.En} to {last.En}{(revised.Count > 0 ? "; " + string.Join(", ", revised.Select(r => r.En)) : "")}");
    }

    private static Bilingual Expected(Target target, TargetStanding standing)
    {
        var way = target.Value - target.Baseline;
        var share = way == 0 ? 1 : (standing.Expected!.Value - target.Baseline) / way;
        var (from, to) = (Number(target.Baseline), Number(target.Value));
        var percent = (share * 100).ToString("0.#", CultureInfo.InvariantCulture);
        var only = target.Accumulation == Accumulation.Flow && standing.Missing.Count > 0;
        return new(
            $"应达 = {from} + ({to} − {from}) × {percent}%，{target.Path.Words.Zh}{(only ? "，只计已报的期" : "")}",
            $"Expected = {from} + ({to} − {from}) × {percent} %, {target.Path.Words.En}{(only ? ", of the periods reported only" : "")}");
    }

    private static Bilingual Missing(Target target, TargetStanding standing)
    {
        var (zh, en) = (string.Join("、", standing.Missing.Select(p => p.Words.Zh)), string.Join(", ", standing.Missing.Select(p => p.Words.En)));
        return target.Accumulation == Accumulation.Flow && standing.Used.Count > 0
            ? new($"缺报：{zh}，两边都不计", $"Not reported: {en}; left out on both sides")
            : new($"缺报：{zh}", $"Not reported: {en}");
    }

    private static Bilingual Required(Target target, TargetStanding standing, decimal required)
    {
        var amount = Signed(required);
        if (target.Accumulation == Accumulation.Level)
            return new($"要按期达到，自{standing.Used[^1].Period.Words.Zh}起平均每月须变动 {amount}{target.Unit.Zh}",
                $"To get there in time it has to move by {amount} a month on average since {standing.Used[^1].Period.Words.En}");
        return target.Direction == Direction.HigherIsBetter
            ? new($"要按期达到，未报的各期平均每期须完成 {Number(required)}{target.Unit.Zh}", $"To get there in time each period not yet reported has to bring {Number(required)} on average")
            : new($"要控制在目标内，未报的各期平均每期至多 {Number(required)}{target.Unit.Zh}", $"To stay within the target each period not yet reported may add {Number(required)} on average");
    }

    private static Bilingual Revision(Observation observation) => observation.Revision == 0
        ? new("（初报）", " (first report)")
        : new($"（第 {observation.Revision} 次修订）", $" (revision {observation.Revision})");

    internal static Bilingual Name(TargetStatus status) => status switch
    {
        TargetStatus.Ahead => new("超前", "ahead"),
        TargetStatus.OnTrack => new("正常", "on track"),
        TargetStatus.Behind => new("落后", "behind"),
        TargetStatus.Overdue => new("超期", "overdue"),
        TargetStatus.Met => new("已达成", "met"),
        _ => new("无数据", "no data"),
    };

    private static string Number(decimal value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Signed(decimal value) => (value > 0 ? "+" : "") + Number(value);
}
