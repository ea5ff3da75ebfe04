using CityLoom.City;
using CityLoom.Detection.Fusion;

namespace CityLoom.Health.Warnings;

/// <summary>Stages, acts and levels of warnings in words.</summary>
public static class WarningWords
{
    /// <summary>A stage.</summary>
    public static Bilingual Of(WarningStage stage) => stage switch
    {
        WarningStage.Signal => new("信号", "signal"),
        WarningStage.Verified => new("已核实", "verified"),
        WarningStage.Event => new("事件", "event"),
        WarningStage.Outbreak => new("暴发", "outbreak"),
        WarningStage.Controlled => new("已控制", "controlled"),
        WarningStage.Closed => new("已结案", "closed"),
        _ => new("已排除", "dropped"),
    };

    /// <summary>An act, as a button says it.</summary>
    public static Bilingual Of(WarningAct act) => act switch
    {
        WarningAct.Verify => new("核实属实", "Verify"),
        WarningAct.Confirm => new("确认为事件", "Confirm an event"),
        WarningAct.Declare => new("认定暴发", "Declare an outbreak"),
        WarningAct.Control => new("已得到控制", "Say it is controlled"),
        WarningAct.Close => new("结案", "Close"),
        WarningAct.Drop => new("排除", "Drop"),
        WarningAct.Resume => new("重新处置", "Take up again"),
        WarningAct.SetLevel => new("调整级别", "Set the level"),
        WarningAct.SetOnset => new("更正起始日", "Set the day it emerged"),
        _ => new("记录", "Note"),
    };

    /// <summary>A level, with its numeral and colour.</summary>
    public static Bilingual Of(WarningLevel level) => level switch
    {
        WarningLevel.Red => new("Ⅰ级预警 (红)", "Level I (red)"),
        WarningLevel.Orange => new("Ⅱ级预警 (橙)", "Level II (orange)"),
        WarningLevel.Yellow => new("Ⅲ级预警 (黄)", "Level III (yellow)"),
        _ => new("Ⅳ级预警 (蓝)", "Level IV (blue)"),
    };
}
