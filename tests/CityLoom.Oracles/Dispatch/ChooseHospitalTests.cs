using CityLoom.Reach.Dispatch;

namespace CityLoom.Oracles.Dispatch;

public sealed class ChooseHospitalTests
{
    private static readonly Hospital[] Hospitals =
    [
        new("great", "100", 3, 2, new HashSet<string> { "burns" }),
        new("small", "300", 1, 5, new HashSet<string>()),
        new("middle", "900", 2, 5, new HashSet<string>()),
    ];

    private static HospitalChoice Choose(int grade, string? skill = null, Hospital[]? hospitals = null) =>
        ChooseHospital.Run(new Patient("0", grade, skill), hospitals ?? Hospitals, Line.Times(0, 100, 300, 900)).Value;

    [Theory]
    [InlineData(1, "great")]
    [InlineData(2, "great")]
    [InlineData(4, "small")]
    public void Grave_cases_go_to_the_nearest_that_can_and_light_ones_spare_it(int grade, string hospital) =>
        Assert.Equal(hospital, Choose(grade).Chosen?.Hospital.Id);

    [Fact]
    public void A_full_hospital_is_passed_by_and_the_reason_is_told()
    {
        var choice = Choose(2, hospitals: [Hospitals[0] with { FreeBeds = 0 }, Hospitals[2]]);

        Assert.Equal("middle", choice.Chosen?.Hospital.Id);
        Assert.Equal("no free bed", choice.Weighed[^1].Refused?.English);
    }

    [Fact]
    public void A_skill_is_required_when_asked_for()
    {
        Assert.Equal("great", Choose(4, "burns").Chosen?.Hospital.Id);
        Assert.Null(Choose(4, "hyperbaric").Chosen);
    }

    [Fact]
    public void Negative_beds_and_unknown_grades_are_refused()
    {
        Assert.Equal("dispatch.bad-beds", ChooseHospital.Run(new Patient("0", 1, null), [Hospitals[0] with { FreeBeds = -1 }], Line.Times(0)).Fault?.Code);
        Assert.Equal("dispatch.bad-grade", ChooseHospital.Run(new Patient("0", 9, null), Hospitals, Line.Times(0)).Fault?.Code);
        Assert.Equal("sheet.bad-number", Hospital.Read("h.csv", new StringReader("hospital,place,level,free_beds\na,0,3,-2\n")).Fault?.Code);
    }
}
