namespace CityLoom.Reading.Cleaning;

/// <summary>Takes away what a web page puts around a document: navigation, publication lines, footers, links, comments.</summary>
internal static class PageChrome
{
    public static void Remove(Page page)
    {
        CutTail(page);
        if (page.Lines.Count == 0)
        {
            return;
        }
        var (first, last) = BodyBounds(page);
        page.Drop(i => i > 0 && i < first && ChromeLine.IsBareLabel(page[i - 1]) && ChromeLine.IsLooseValue(page[i]));
        (first, last) = BodyBounds(page);
        page.Drop(i => ChromeLine.IsPublication(page[i]) || ChromeLine.IsFooter(page[i]) || ((i < first || i > last) && ChromeLine.IsAtEdge(page[i])));
    }

    /// <summary>First and last line of running text that is not itself chrome.</summary>
    private static (int First, int Last) BodyBounds(Page page)
    {
        var first = Enumerable.Range(0, page.Lines.Count).FirstOrDefault(i => IsDocument(page, i), page.Lines.Count);
        var last = page.Lines.Count - 1;
        while (last > first && !IsDocument(page, last))
        {
            last--;
        }
        return (first, last);
    }

    private static bool IsDocument(Page page, int i) => page.IsBody(i) && !ChromeLine.IsPublication(page[i]) && !ChromeLine.IsAtEdge(page[i]);

    /// <summary>Cuts from the heading of other articles or comments on, when the greater part of the text stands before it.</summary>
    private static void CutTail(Page page)
    {
        var total = page.Lines.Sum(line => line.Length);
        var before = 0;
        for (var i = 0; i < page.Lines.Count; i++)
        {
            if (before > total / 2 && ChromeLine.IsTailHeading(page[i]) && !DocumentGoesOn(page, i))
            {
                page.Lines.RemoveRange(i, page.Lines.Count - i);
                return;
            }
            before += page.Lines[i].Length;
        }
    }

    /// <summary>Three lines of running text after a link mean a second document, not a comment.</summary>
    private static bool DocumentGoesOn(Page page, int heading) =>
        !ChromeLine.IsComments(page[heading])
        && Enumerable.Range(heading + 1, page.Lines.Count - heading - 1).Count(i => IsDocument(page, i)) >= 3;
}
