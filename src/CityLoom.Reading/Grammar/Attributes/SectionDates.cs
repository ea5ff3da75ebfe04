namespace CityLoom.Reading.Grammar;

/// <summary>A date in its own section (“一、检查时间”) governs the sections that speak of the same act (“检查方式”).</summary>
internal sealed class SectionDates(Draft draft, WrittenDate day)
{
    private const int SharedWords = 2;

    private readonly DeadlineReader _reader = new(day, draft.Text);
    private string? _act;
    private Deadline? _date;
    private bool _awaits;
    private bool _governs;

    /// <summary>The deadline of the section that is being read; null outside.</summary>
    public Deadline? Current => _governs ? _date : null;

    public void Enter(Line line)
    {
        if (line.Level == 1 && line.HasHeading)
        {
            var heading = draft.Words(line.Heading);
            _awaits = heading.EndsWith("时间", StringComparison.Ordinal) && heading.Length > SharedWords + 1;
            _act = _awaits ? heading : _act;
            _governs = !_awaits && _date is not null && _act is not null && heading.AsSpan().CommonPrefixLength(_act) >= SharedWords;
        }
        else if (_awaits && _date is null)
        {
            _date = _reader.Read(draft.Text[line.Start..line.End]);
        }
    }
}
