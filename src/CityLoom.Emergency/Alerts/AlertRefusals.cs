using CityLoom.Kernel;

namespace CityLoom.Emergency.Alerts;

/// <summary>Why something about alerts is refused.</summary>
internal static class AlertRefusals
{
    public static readonly Refusal Unknown = new("alert.unknown", "没有这条预警。", "There is no such alert.", 404);

    public static readonly Refusal NotYours = new(
        "alert.organization", "只能以本单位或下级单位的名义发布。", "You can issue alerts for your own organizations and those below them only.", 403);

    public static readonly Refusal NotOwn = new("alert.not-own", "这条预警来自外部，只有原发布单位可以更新或解除。", "This alert came from outside; only its sender can change it or take it back.", 409);

    public static readonly Refusal Over = new(
        "alert.over", "这条预警已被更新、解除或过期；请从最新的一条继续。", "This alert was changed, taken back or has expired; go on from the latest one.", 409);

    public static readonly Refusal Reused = new("alert.reused", "同一发布者的这个编号已用于内容不同的消息。", "The sender has used this identifier for another message.", 409);

    public static readonly Refusal Broken = new("alert.signature", "签名不成立：消息可能被改动过，没有接收。", "The signature does not hold: the message may have been changed. It was not taken.", 400);

    public static readonly Refusal NotMeant = new("alert.kind", "回执和错误消息不是预警，没有接收。", "Acknowledgements and errors are no alerts; it was not taken.", 400);

    public static readonly Refusal NoSettings = new("alert.no-feeds", "没有配置预警来源。", "No feed of alerts is configured.", 404);

    public static Refusal Bad(string field, string words, string english) => new("alert." + field, words, english, 400);
}
