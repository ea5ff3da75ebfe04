using AngleSharp.Dom;

namespace CityLoom.Reading.Sources;

/// <summary>Walks a parsed page in the order of the text, without recursion, and keeps what is needed to find the main text.</summary>
internal sealed class HtmlWalk(string html)
{
    private const double MainShare = 0.8;
    private const int LongestCell = 200;

    private static readonly HashSet<string> Skipped =
        ["head", "nav", "footer", "aside", "button", "select", "input", "svg", "noscript", "object", "textarea"];

    private static readonly HashSet<string> Raw = ["script", "style", "template", "iframe", "noframes", "noembed"];

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "tr", "ul",
    ];

    private readonly TracedTextBuilder _text = new(html.Length / 2);
    private readonly HtmlOffsets _offsets = new(html);
    private readonly List<Container> _containers = [];
    private readonly List<(int Start, int End)> _titles = [];
    private int _skipping;
    private int _links;
    private int _sentences;

    public void Through(INode root)
    {
        var stack = new Stack<(INode Node, Container? Open)>();
        stack.Push((root, null));
        while (stack.TryPop(out var top))
        {
            if (top.Open is { } open)
            {
                Leave((IElement)top.Node, open);
            }
            else if (top.Node is IText text)
            {
                Add(text.Data);
            }
            else if (top.Node is not IElement element)
            {
                PushChildren(stack, top.Node);
            }
            else if (!Raw.Contains(element.LocalName))
            {
                stack.Push((element, Enter(element)));
                PushChildren(stack, element);
            }
        }
    }

    /// <summary>The innermost container with nearly all sentences in it, under the last headline before it.</summary>
    public TracedText MainText()
    {
        var whole = _text.Build();
        var main = _containers.Where(container => container.Sentences >= _sentences * MainShare).MinBy(container => container.End - container.Start);
        if (_sentences == 0 || main is null)
        {
            return whole;
        }
        var built = new TracedTextBuilder(main.End - main.Start);
        var title = _titles.LastOrDefault(t => t.End <= main.Start);
        if (title.End > 0 && !_titles.Any(t => t.Start >= main.Start && t.End <= main.End))
        {
            built.Append(whole, title.Start, title.End);
            built.Append('\n', whole.SourceOffset(title.End - 1));
        }
        built.Append(whole, main.Start, main.End);
        return built.Build();
    }

    private static void PushChildren(Stack<(INode, Container?)> stack, INode node)
    {
        for (var i = node.ChildNodes.Length - 1; i >= 0; i--)
        {
            stack.Push((node.ChildNodes[i], null));
        }
    }

    private Container Enter(IElement element)
    {
        var name = element.LocalName;
        _skipping += IsSkipped(element) ? 1 : 0;
        _links += name == "a" ? 1 : 0;
        if (Blocks.Contains(name) || name == "br")
        {
            BreakLine();
        }
        return new Container { Start = _text.Length, SentencesBefore = _sentences };
    }

    private void Leave(IElement element, Container open)
    {
        var name = element.LocalName;
        open.End = _text.Length;
        open.Sentences = _sentences - open.SentencesBefore;
        _skipping -= IsSkipped(element) ? 1 : 0;
        _links -= name == "a" ? 1 : 0;
        switch (name)
        {
            case "td" or "th" when open.End - open.Start <= LongestCell:
                _text.Replace('\n', ' ', open.Start);
                AddSeparator('\t');
                return;
            case "h1" or "h2" when open.End > open.Start && _skipping == 0:
                _titles.Add((open.Start, open.End));
                break;
        }
        if (name is "div" or "article" or "main" or "section" or "td" or "body")
        {
            _containers.Add(open);
        }
        if (Blocks.Contains(name) || name is "td" or "th")
        {
            BreakLine();
        }
    }

    private static bool IsSkipped(IElement element) => Skipped.Contains(element.LocalName) || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    private void Add(string data)
    {
        _offsets.Begin();
        var gap = false;
        foreach (var c in data)
        {
            var source = _offsets.Of(c);
            if (_skipping > 0)
            {
                continue;
            }
            if (c is ' ' or '\n' or '\t' or '\r')
            {
                gap = true;
                continue;
            }
            if (gap && (char.IsAscii(c) || char.IsAscii(_text.Last)) && _text.Last is not ('\n' or '\t'))
            {
                _text.Append(' ', source - 1);
            }
            gap = false;
            _text.Append(c, source);
            _sentences += _links == 0 && c is '。' or '，' or '；' ? 1 : 0;
        }
        AddGapAtEnd(gap, data);
    }

    private void AddGapAtEnd(bool gap, string data)
    {
        if (gap && !data.Contains('\n', StringComparison.Ordinal))
        {
            AddSeparator(' ');
        }
    }

    private void AddSeparator(char separator)
    {
        if (_skipping == 0 && !char.IsWhiteSpace(_text.Last))
        {
            _text.Append(separator, _offsets.Position);
        }
    }

    private void BreakLine()
    {
        if (_skipping == 0 && _text.Length > 0 && _text.Last != '\n')
        {
            _text.Append('\n', _offsets.Position);
        }
    }

    private sealed class Container
    {
        public required int Start { get; init; }

        public required int SentencesBefore { get; init; }

        public int End { get; set; }

        public int Sentences { get; set; }
    }
}
