using CityLoom.City.Territories;
using CityLoom.Requests;
using CityLoom.Requests.Intake;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.Requests;

public sealed class PlainRulesTests
{
    [Theory]
    [InlineData("请打13812345678找我", "请打***找我")]
    [InlineData("138 1234 5678或027-85751234", "***或***")]
    [InlineData("身份证42010219900101123X", "身份证***")]
    [InlineData("mail wang.x@example.org now", "mail *** now")]
    [InlineData("3栋2单元1802室，2026年11月28日，订单20261128001", "3栋2单元1802室，2026年11月28日，订单20261128001")]
    public void What_points_to_a_person_is_taken_out_before_anybody_reads_it(string words, string published) => Assert.Equal(published, PublicWords.Of(words));

    [Fact]
    public void Masked_details_tell_that_there_are_some_and_not_which()
    {
        var masked = new Contact { Name = "王小明", Phone = "13812345678", Email = "wang@example.org", Device = "d" }.Masked();

        Assert.Equal(new Contact { Name = "王**", Phone = "138****5678", Email = "w***@example.org" }, masked);
    }

    [Fact]
    public void The_squares_around_a_place_hold_every_place_within_the_distance() => Prop.ForAll(
        Gen.Choose(-80_000, 80_000).Zip(Gen.Choose(-179_000, 179_000)).Zip(Gen.Choose(0, 360)).Zip(Gen.Choose(1, 100)).ToArbitrary(),
        drawn =>
        {
            var (((latitude, longitude), bearing), share) = drawn;
            var place = new GeoPoint(longitude / 1000.0, latitude / 1000.0);
            var metres = 20.0 * share;
            var angle = double.DegreesToRadians(bearing);
            var other = new GeoPoint(
                place.Longitude + (0.9 * metres / 111_320 * Math.Sin(angle) / Math.Cos(double.DegreesToRadians(place.Latitude))),
                place.Latitude + (0.9 * metres / 111_320 * Math.Cos(angle)));
            return place.MetresTo(other) > metres || MapCell.Around(place, metres).Contains(MapCell.Of(other));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-03-01T09:00:00+08:00", "2026-03-01T01:00:00Z")]
    [InlineData("2026-03-01T01:00:00Z", "2026-03-01T01:00:00Z")]
    [InlineData("2026-03-01T09:00:00 08:00", "2026-03-01T01:00:00Z")]
    [InlineData("2026-03-01T01:00:00.250Z", "2026-03-01T01:00:00.25Z")]
    public void Instants_carry_their_zone(string text, string instant)
    {
        Assert.True(Instants.TryParse(text, out var read));
        Assert.Equal(DateTimeOffset.Parse(instant), read);
    }

    [Theory]
    [InlineData("SQ-000123", 123)]
    [InlineData("sq-123", 123)]
    [InlineData("123", 123)]
    [InlineData("0", null)]
    [InlineData("YH-000123", null)]
    [InlineData("１２３", null)]
    public void A_number_is_read_as_people_write_it(string number, int? id) => Assert.Equal(id, RequestBook.IdOf(number));
}
