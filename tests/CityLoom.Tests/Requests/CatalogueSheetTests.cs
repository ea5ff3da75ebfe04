using System.Net;
using System.Text;
using CityLoom.City.Export;
using CityLoom.Requests.Catalogue;

namespace CityLoom.Tests.Requests;

/// <summary>The catalogue as a spreadsheet.</summary>
[Collection(nameof(OnSqlite))]
public sealed class CatalogueSheetTests(SqliteRequestsCity city)
{
    private const string Duties = "category,territory,organization,opening\n,4201,4201.yxzx,\"兜底, “其他”\"\nfire.lane,420102,4201.xfj,=1+1\n";

    [Fact]
    public void What_is_written_as_a_spreadsheet_is_read_back_the_same()
    {
        using var file = new MemoryStream();
        SheetFile.Write(file, CatalogueSheet.Of("派单目录", Duties), "xlsx");
        file.Position = 0;

        Assert.Equal(Duties, CatalogueSheet.ToCsv(file).Value);
    }

    [Fact]
    public async Task A_version_that_is_downloaded_may_be_sent_back_and_is_the_next_one()
    {
        var file = await city.Administrator.GetByteArrayAsync("/api/catalogue/duties.xlsx");
        var before = await city.Administrator.GetStringAsync("/api/catalogue/duties.csv");

        using var content = new ByteArrayContent(file);
        var told = await RequestsCity.Read(await city.Administrator.PostAsync("/api/catalogue/duties.xlsx?note=xlsx", content));

        Assert.True(told.Status == HttpStatusCode.OK, told.ToString());
        Assert.Equal(before, await city.Administrator.GetStringAsync("/api/catalogue/duties.csv"));
        using var again = new ByteArrayContent(file);
        Assert.Equal(HttpStatusCode.Forbidden, (await city.Desk.PostAsync("/api/catalogue/duties.xlsx", again)).StatusCode);
    }

    [Fact]
    public async Task What_is_no_workbook_is_refused_in_words()
    {
        byte[][] files = [[], Encoding.UTF8.GetBytes("category,territory\n"), [0x50, 0x4B, 3, 4, 0, 0, 0], new byte[5_000], Photo.WithPlace()];
        foreach (var file in files)
        {
            using var content = new ByteArrayContent(file);
            var told = await RequestsCity.Read(await city.Administrator.PostAsync("/api/catalogue/duties.xlsx", content));
            Assert.True(told.Status == HttpStatusCode.BadRequest && told.Text.Contains("catalogue.xlsx", StringComparison.Ordinal), told.ToString());
        }
    }
}
