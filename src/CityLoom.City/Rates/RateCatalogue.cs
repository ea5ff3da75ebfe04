using CityLoom.City.Indicators;

namespace CityLoom.City.Rates;

/// <summary>Every rate the product computes, each by one written formula. Counts are of matters whose step falls in the period, unless said otherwise.</summary>
public static class RateCatalogue
{
    private static readonly Bilingual MergedOrVoided = new("并案的从件、作废件", "matters merged into another, voided ones");

    /// <summary>接通率.</summary>
    public static Rate Answer { get; } = new()
    {
        Code = "answer",
        Name = new("接通率", "Answer rate"),
        Numerator = new("人工接起的呼入", "calls taken by a person"),
        Denominator = new("要求人工服务的呼入", "calls that asked for a person"),
        Exclusions = new("5 秒内自行挂断的、骚扰和测试电话", "calls hung up within 5 seconds, nuisance and test calls"),
        MinimumVolume = 100,
    };

    /// <summary>响应率.</summary>
    public static Rate Response { get; } = new()
    {
        Code = "response",
        Name = new("响应率", "Response rate"),
        Numerator = new("在响应时限内联系到诉求人的事项", "matters whose reporter was contacted within the response term"),
        Denominator = new("响应时限已到或已联系的事项", "matters contacted or past their response term"),
        Exclusions = new("不予受理件、未留联系方式的、并案的从件、作废件", "matters not accepted or without contact details, merged and voided ones"),
        MinimumVolume = 30,
    };

    /// <summary>解决率.</summary>
    public static Rate Resolution { get; } = new()
    {
        Code = "resolution",
        Name = new("解决率", "Resolution rate"),
        Numerator = new("回访中诉求人认定已解决的事项（一事一计，附议人一并回答的以多数为准，各半计为未解决）", "matters that their reporters call resolved (each counts once; where others who joined answered too the larger part decides, a half is unresolved)"),
        Denominator = new("回访中对是否解决作出回答的事项", "matters whose reporters answered whether they are"),
        Exclusions = new("回访未接通、拒绝回答的，经仲裁剔除的不合理诉求", "reporters not reached or not answering, claims struck out by arbitration"),
        MinimumVolume = 30,
    };

    /// <summary>满意率.</summary>
    public static Rate Satisfaction { get; } = new()
    {
        Code = "satisfaction",
        Name = new("满意率", "Satisfaction rate"),
        Numerator = new("评价为满意或基本满意的事项（一事一计，附议人一并评价的以多数为准，各半计为不满意）", "matters rated satisfied or mostly satisfied (each counts once; where others who joined rated too the larger part decides, a half is dissatisfied)"),
        Denominator = new("作出评价的事项", "matters rated"),
        Exclusions = new("未作评价的，经仲裁剔除的不合理诉求", "matters not rated, claims struck out by arbitration"),
        MinimumVolume = 30,
    };

    /// <summary>结案率.</summary>
    public static Rate Closing { get; } = new()
    {
        Code = "closing",
        Name = new("结案率", "Closing rate"),
        Numerator = new("应结案事项中已结案的", "matters due that are closed"),
        Denominator = new("应结案事项（期内到期的，及提前办结的）", "matters due in the period or done before their due"),
        Exclusions = new("期末仍挂账的、并案的从件、作废件", "matters suspended at the period's end, merged and voided ones"),
        MinimumVolume = 30,
    };

    /// <summary>按期结案率.</summary>
    public static Rate OnTimeClosing { get; } = new()
    {
        Code = "on-time-closing",
        Name = new("按期结案率", "On-time closing rate"),
        Numerator = new("应结案事项中在到期前反馈办结、并已结案的（批准的延期计入到期日，另列延期数）", "matters due that were reported done by their due and are closed (approved extensions move it and are counted beside)"),
        Denominator = Closing.Denominator,
        Exclusions = Closing.Exclusions,
        MinimumVolume = 30,
    };

    /// <summary>及时签收率.</summary>
    public static Rate TimelySign { get; } = new()
    {
        Code = "timely-sign",
        Name = new("及时签收率", "Timely sign rate"),
        Numerator = new("在签收时限内签收的派遣（每件事项的最近一次）", "dispatches signed within the sign term (the last one of each matter)"),
        Denominator = new("已签收或签收时限已到的派遣", "dispatches signed or past the sign term"),
        Exclusions = new("时限内由派遣人撤回的", "dispatches withdrawn by the dispatcher within the term"),
        MinimumVolume = 30,
    };

    /// <summary>准确派遣率.</summary>
    public static Rate CorrectDispatch { get; } = new()
    {
        Code = "correct-dispatch",
        Name = new("准确派遣率", "Correct dispatch rate"),
        Numerator = new("签收前没有成立的退单的事项", "matters signed without a return having been granted before"),
        Denominator = new("期内签收的派遣事项（每件以最近一次签收计）", "dispatched matters signed in the period (by the last signing of each)"),
        Exclusions = new("退单尚在仲裁的、并案的从件、作废件", "returns still in arbitration, merged and voided matters"),
        MinimumVolume = 30,
    };

    /// <summary>返工率.</summary>
    public static Rate Rework { get; } = new()
    {
        Code = "rework",
        Name = new("返工率", "Rework rate"),
        Numerator = new("核查不通过而返工至少一次的事项", "matters sent back at least once after checking"),
        Denominator = new("核查后结案的事项", "matters checked and closed"),
        Exclusions = MergedOrVoided,
        MinimumVolume = 30,
        Direction = Direction.LowerIsBetter,
    };

    /// <summary>消化率.</summary>
    public static Rate Flow { get; } = new()
    {
        Code = "flow",
        Name = new("消化率", "Flow ratio"),
        Numerator = new("期内结案的事项（不论何时立案）", "matters closed in the period, whenever registered"),
        Denominator = new("期内立案的事项", "matters registered in the period"),
        Exclusions = MergedOrVoided,
        MinimumVolume = 30,
        Shape = RateShape.Ratio,
    };

    /// <summary>积压时长.</summary>
    public static Rate BacklogAge { get; } = new()
    {
        Code = "backlog-age",
        Name = new("积压时长", "Backlog age"),
        Numerator = new("期末未结事项自立案起的日历天数之和", "calendar days since registration, summed over the matters open at the period's end"),
        Denominator = new("期末未结的事项", "matters open at the period's end"),
        Exclusions = new("期末挂账的，另列", "suspended matters, listed beside"),
        MinimumVolume = 10,
        Direction = Direction.LowerIsBetter,
        Shape = RateShape.Mean,
    };

    /// <summary>报表压减率.</summary>
    public static Rate FormBurden { get; } = new()
    {
        Code = "form-burden",
        Name = new("报表压减率", "Form burden reduction"),
        Numerator = new("基期全年应填数值个数减去本期的", "values a year to be filled in at the base, less those of now"),
        Denominator = new("基期全年应填数值个数（各字段年频次 × 行数之和）", "values a year at the base (over all fields, times a year × rows)"),
        Exclusions = new("由系统自动带出的字段", "fields filled in by the system itself"),
        MinimumVolume = 100,
        Shape = RateShape.Reduction,
    };

    /// <summary>All of them in the order in which a page lists them.</summary>
    public static IReadOnlyList<Rate> All { get; } =
    [
        Answer, Response, Resolution, Satisfaction, Closing, OnTimeClosing, TimelySign, CorrectDispatch, Rework, Flow, BacklogAge, FormBurden,
    ];

    /// <summary>The rate of a code, or null.</summary>
    public static Rate? Find(string code) => All.FirstOrDefault(r => r.Code == code);
}
