using System.CommandLine;
using System.Globalization;
using CityLoom.Reach.Locate;

namespace CityLoom.Verbs;

/// <summary>The options of <c>cityloom locate</c>.</summary>
internal static class LocateOptions
{
    public static readonly Option<LocateModel> Model = new("--model") { Description = "模型 / which model", HelpName = "pmedian|pcenter|mclp|lscp|dsm|mexclp", Required = true };

    public static readonly Option<FileInfo?> Instance = new("--instance") { Description = "OR-Library p-中位文件或覆盖文件 / an OR-Library p-median file or a covering file", HelpName = "FILE" };

    public static readonly Option<FileInfo?> Times = new("--times") { Description = "道路时间 CSV / road times: from,to,seconds", HelpName = "FILE" };

    public static readonly Option<FileInfo?> Demands = new("--demands") { Description = "需求点 CSV / demands: place,weight[,area][,lon,lat]", HelpName = "FILE" };

    public static readonly Option<FileInfo?> Sites = new("--sites") { Description = "站址 CSV / sites: place[,state,existing,most,capacity][,lon,lat]; state existing or forbidden", HelpName = "FILE" };

    public static readonly Option<int?> Units = new("--p") { Description = "单元数，含现有 / units in all, the existing ones included", HelpName = "N" };

    public static readonly Option<int?> Limit = new("--limit") { Description = "时限，与时间同单位 / the limit, in the unit of the times (10 minutes are 600 s)", HelpName = "N" };

    public static readonly Option<int?> WideLimit = new("--wide-limit") { Description = "所有人须在其内的宽时限 / a wider limit that everybody must lie within (12 minutes are 720 s)", HelpName = "N" };

    public static readonly Option<double> Share = new("--share") { Description = "双标准：窄时限内的份额 / dsm: share within the narrow limit", DefaultValueFactory = _ => 0.9 };

    public static readonly Option<double> Busy = new("--busy") { Description = "mexclp：忙碌率 / busy fraction of a unit", DefaultValueFactory = _ => 0.3 };

    public static readonly Option<int> PerSite = new("--per-site") { Description = "dsm、mexclp：每址最多单元 / units that a site can take", DefaultValueFactory = _ => 1 };

    public static readonly Option<string[]> Targets = new("--target") { Description = "分区目标，可重复；=0.9 表示全部 / a share that must be covered in an area, repeatable; =0.9 stands for everything", HelpName = "AREA=SHARE" };

    public static readonly Option<string[]> Fixed = new("--fix") { Description = "固定的站址，可重复 / a site that must hold a unit, repeatable", HelpName = "SITE" };

    public static readonly Option<string[]> Forbidden = new("--forbid") { Description = "禁止的站址，可重复 / a site that may hold none, repeatable", HelpName = "SITE" };

    public static readonly Option<double?> Seconds = new("--seconds") { Description = "到时给出最好结果和界 / after so long give the best so far with its bound", HelpName = "N" };

    public static readonly Option<double> Gap = new("--gap") { Description = "足够好的差距 / a gap that is good enough, as a share", DefaultValueFactory = _ => 0.0 };

    public static readonly Option<string> Output = new("--out") { Description = "结果 JSON；- 表示标准输出 / the answer as JSON; - for standard output", HelpName = "FILE", Required = true };

    public static IEnumerable<Option> All =>
        [Model, Instance, Times, RoadInput.Graph, RoadInput.Coordinates, RoadInput.UnitsPerSecond, RoadInput.ProfileName, RoadInput.Profiles, RoadInput.Hour, RoadInput.InDatum, Demands, Sites, Units, Limit, WideLimit, Share, Busy, PerSite, Targets, Fixed, Forbidden, Seconds, Gap, Output];

    /// <summary>The question; null with the target that is not understood.</summary>
    public static LocateQuestion? Question(ParseResult call, out string? wrong)
    {
        var targets = new Dictionary<string, double>(StringComparer.Ordinal);
        wrong = null;
        foreach (var target in call.GetValue(Targets) ?? [])
        {
            var at = target.LastIndexOf('=');
            if (at < 0 || !double.TryParse(target.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var share))
            {
                wrong = target;
                return null;
            }

            targets[target[..at]] = share;
        }

        return new LocateQuestion
        {
            Model = call.GetValue(Model),
            Units = call.GetValue(Units),
            Limit = call.GetValue(Limit),
            WideLimit = call.GetValue(WideLimit),
            Share = call.GetValue(Share),
            Busy = call.GetValue(Busy),
            PerSite = call.GetValue(PerSite),
            Targets = targets,
        };
    }
}
