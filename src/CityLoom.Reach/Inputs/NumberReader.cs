using System.Globalization;

namespace CityLoom.Reach.Inputs;

/// <summary>Reads whitespace-separated numbers and remembers the line for complaints.</summary>
internal sealed class NumberReader(string name, TextReader text)
{
    private string[] _words = [];
    private int _next;

    /// <summary>The line of the number read last, 1-based.</summary>
    public int Line { get; private set; }

    /// <summary>The next number, which must lie within the range; the end of the file is a fault.</summary>
    public int Next(string what, int least, int most)
    {
        var word = Word(what);
        return int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Fault("instance.bad-number", $"{what} 是“{Short(word)}”，应为 {least} 到 {most} 的整数。", $"{what} is \"{Short(word)}\"; it must be a whole number from {least} to {most}.");
    }

    /// <summary>The next number, 0 or more, with or without decimals; the end of the file is a fault.</summary>
    public double NextDecimal(string what, double most)
    {
        var word = Word(what);
        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= most
            ? number
            : throw Fault("instance.bad-number", $"{what} 是“{Short(word)}”，应为 0 到 {most} 的数。", $"{what} is \"{Short(word)}\"; it must be a number from 0 to {most}.");
    }

    /// <summary>Requires that nothing follows.</summary>
    public void End()
    {
        if (MoveToWord())
        {
            throw Fault("instance.too-long", $"多出内容“{Short(_words[_next])}”，与文件头的数量不符。", $"\"{Short(_words[_next])}\" is more than the first line announces.");
        }
    }

    public InputFaultException Fault(string code, string words, string english) =>
        new(new InputFault(code, $"{name} 第 {Line} 行：{words}", $"{name} line {Line}: {english}"));

    private string Word(string what) => MoveToWord()
        ? _words[_next++]
        : throw Fault("instance.cut-off", $"文件在这里结束，缺少 {what}。", $"The file ends here; {what} is missing.");

    private bool MoveToWord()
    {
        while (_next == _words.Length)
        {
            if (text.ReadLine() is not { } line)
            {
                return false;
            }

            Line++;
            (_words, _next) = (line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), 0);
        }

        return true;
    }

    private static string Short(string word) => word.Length <= 20 ? word : word[..20] + "…";
}
