using System.Globalization;

namespace CityLoom.Reading.Grammar;

/// <summary>Puts a decision on the kind into notes a person can follow.</summary>
internal static class KindNotes
{
    public static List<RuleNote> Of(Draft draft, Unit unit, VoiceKind voice, string? target, double score)
    {
        var words = draft.Text[unit.Start..unit.End];
        if (voice == VoiceKind.Purpose)
        {
            return [new RuleNote("kind.purpose", words)];
        }
        if (target is not null)
        {
            return [new RuleNote("kind." + target, words)];
        }
        var verb = draft.Text[unit.Head.VerbStart..unit.Head.VerbEnd];
        var notes = new List<RuleNote> { new($"verb.lean {Signed(unit.Signs.Lean)}", verb) };
        foreach (var sign in Enum.GetValues<Sign>())
        {
            if (unit.Signs.Has(sign))
            {
                notes.Add(new RuleNote($"sign.{sign} {Signed(KindWeights.Of(sign))}", words));
            }
        }
        notes.Add(new RuleNote($"kind.{unit.Kind} {Signed(score)}", words));
        return notes;
    }

    private static string Signed(double weight) => weight.ToString("+0.0;-0.0;0", CultureInfo.InvariantCulture);
}
