using CityLoom.Requests.Likeness;
using CityLoom.Requests.Understanding;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.Requests.Likeness;

/// <summary>What a request is filed under, beside its plain definition.</summary>
public sealed class FiledWordsTests
{
    private const int OfDetail = 5;

    [Fact]
    public void A_request_is_filed_under_its_heading_and_the_rarest_of_its_detail() => Prop.ForAll(
        Texts.ArrayOf().ToArbitrary(),
        texts =>
        {
            var (statistics, filing, chosen) = (new GramStatistics(), new FiledWords(), new List<uint>());
            foreach (var words in texts.Zip(texts.Reverse(), (subject, detail) => new RequestWords(subject, detail)))
            {
                var (heading, detail) = (GramStatistics.PairsOf(words.Subject).Distinct().ToList(), GramStatistics.PairsOf(words.Detail).Distinct().ToList());
                filing.Read(words);
                statistics.Add(filing);
                filing.Choose(statistics, OfDetail, chosen);

                Assert.Equal(heading.Union(detail), filing.All);
                Assert.Equal(heading.Union(detail.OrderByDescending(statistics.Rarity).Take(OfDetail)), chosen);
            }
        }).QuickCheckThrowOnFailure();

    private static Gen<string> Texts => Gen.Elements([.. "路灯不亮井盖破损，3号A座 "]).ArrayOf().Select(letters => new string(letters));
}
