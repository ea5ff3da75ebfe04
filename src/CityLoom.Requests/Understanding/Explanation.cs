namespace CityLoom.Requests.Understanding;

/// <summary>Finds the words of one request that spoke for a category: each gram's share of the margin is laid on its letters.</summary>
internal sealed class Explanation(CategoryModel model, int best, int second)
{
    public IReadOnlyList<DecidingWords> Of(RequestWords words, int most)
    {
        var found = new List<DecidingWords>();
        Collect(words.Subject, heading: true, found);
        Collect(words.Detail, heading: false, found);
        return [.. found
            .GroupBy(w => w.Text, StringComparer.Ordinal)
            .Select(same => new DecidingWords(same.Key, same.Max(w => w.Weight)))
            .OrderByDescending(w => w.Weight).ThenBy(w => w.Text, StringComparer.Ordinal)
            .Take(most)];
    }

    private void Collect(string text, bool heading, List<DecidingWords> found)
    {
        var (letters, grams) = (new List<Letter>(), new List<Gram>());
        Letters.Read(text, letters);
        if (heading)
        {
            Grams.OfHeading(letters, grams);
        }
        else
        {
            Grams.OfDetail(letters, grams);
        }

        var shares = new double[letters.Count];
        foreach (var gram in grams)
        {
            for (var i = 0; i < gram.Count; i++)
            {
                shares[gram.First + i] += Share(gram) / gram.Count;
            }
        }

        Cut(text, letters, shares, found);
    }

    private double Share(Gram gram)
    {
        if (model.Vocabulary.Find(gram.Hash) is not (>= 0 and var place))
        {
            return 0;
        }

        var weights = model.Weights[place];
        return (weights[best] - (second < 0 ? 0 : weights[second])) * model.Rarity[place] * gram.Weight;
    }

    /// <summary>Runs of letters that all speak for the category, of two letters at least.</summary>
    private static void Cut(string text, List<Letter> letters, double[] shares, List<DecidingWords> found)
    {
        for (var at = 0; at < letters.Count; at++)
        {
            var (end, sum) = (at, 0.0);
            while (end < letters.Count && letters[end].Code != 0 && shares[end] > 0)
            {
                sum += shares[end++];
            }

            if (end - at >= 2)
            {
                var last = letters[end - 1];
                found.Add(new(text[letters[at].Start..(last.Start + last.Length)], sum));
            }

            at = Math.Max(at, end);
        }
    }
}
