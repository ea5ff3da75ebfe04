using System.Globalization;
using System.Text;

namespace CityLoom.Detection.Cases;

/// <summary>One line of a result file: 15 significant digits, nothing where a value is missing.</summary>
internal sealed class CaseRow
{
    private readonly StringBuilder _line = new();

    public CaseRow Number(double value) => Text(value switch
    {
        double.NaN => "",
        double.PositiveInfinity => "Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("G15", CultureInfo.InvariantCulture),
    });

    public CaseRow Flag(bool value) => Text(value ? "1" : "0");

    public CaseRow Text(string text)
    {
        if (_line.Length > 0)
        {
            _line.Append(',');
        }
        _line.Append(text);
        return this;
    }

    public override string ToString() => _line.ToString();
}
