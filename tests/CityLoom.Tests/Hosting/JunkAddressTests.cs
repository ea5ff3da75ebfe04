using System.Net;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Hosting;

/// <summary>Addresses that nobody meant: they are refused or read as if the junk were not there, never answered with a fault.</summary>
[Collection(OnSqlite.Name)]
public sealed class JunkAddressTests(SqliteCity city)
{
    [Theory]
    [InlineData("administrator", "/admin/journal?before=x")]
    [InlineData("administrator", "/admin/accounts?page=99999999999999999999")]
    [InlineData("supervisor", "/directives?page=-")]
    [InlineData("supervisor", "/indicators?page=1.5")]
    [InlineData("supervisor", "/health?page=x")]
    [InlineData("supervisor", "/emergency/incidents?page=x")]
    [InlineData("supervisor", "/reach?first=x")]
    [InlineData("supervisor", "/matters?page=x&dueWithin=y")]
    public async Task A_word_where_a_number_belongs_is_no_fault(string account, string address)
    {
        using var browser = city.Open("127.0.0.81");
        await browser.SignIn(account);

        var answer = await browser.Get(address);

        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{address}: {answer.Status}");
        Assert.Contains("</html>", answer.Text, StringComparison.Ordinal);
    }
}
