using System.Net;
using System.Security.Cryptography;
using System.Text;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.City.Matters.OverHttp;

/// <summary>Files that show what was done: taken by content, told by content, and seen by those who may see the matter.</summary>
public abstract class EvidenceTests(ServedCity city)
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. RandomNumberGenerator.GetBytes(200)];

    [Fact]
    public async Task A_picture_comes_back_as_it_was_sent_whatever_its_name_says()
    {
        using var desk = city.As("supervisor");
        var id = (await desk.Create("有照片的隐患")).Id;

        _ = (await desk.Upload($"/api/matters/{id}/evidence?name=..%2F..%2Fetc%2Fphoto.html&note=%E7%8E%B0%E5%9C%BA", Png)).Good;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Png));
        using var http = city.City.Client();
        var answer = await desk.Get($"/files/{hash}");
        Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.Status, answer.Headers["Content-Type"]));
        Assert.Contains("attachment", answer.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.DoesNotContain("..", answer.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal(Png, await File.ReadAllBytesAsync(Path.Combine(city.Store.Folder, "files", hash[..2], hash)));
        Assert.Equal(hash, (await desk.Get($"/api/matters/{id}/journal")).Json[1].GetProperty("data").GetProperty("details").GetProperty("file").GetString());
    }

    [Fact]
    public async Task The_kind_is_told_from_the_beginning_of_the_file_however_slowly_it_comes()
    {
        using var desk = city.As("supervisor");
        var id = (await desk.Create("慢慢上传的照片")).Id;
        byte[] picture = [.. Png, 1];
        byte[] program = [(byte)'M', (byte)'Z', 0, 1, 2, 3, .. new byte[100]];

        Assert.Equal(HttpStatusCode.OK, (await desk.Send(HttpMethod.Post, $"/api/matters/{id}/evidence?name=a.png", new StreamContent(new Drops(picture)))).Status);
        Assert.Equal("file.type", (await desk.Send(HttpMethod.Post, $"/api/matters/{id}/evidence?name=a.txt", new StreamContent(new Drops(program)))).Code);
        Assert.Equal("image/png", (await desk.Get("/files/" + Convert.ToHexStringLower(SHA256.HashData(picture)))).Headers["Content-Type"]);
    }

    [Fact]
    public async Task What_is_no_evidence_is_refused_in_words()
    {
        using var desk = city.As("supervisor");
        var id = (await desk.Create("不能作为佐证的文件")).Id;
        foreach (var (content, code) in new (byte[], string)[]
        {
            ([], "file.empty"), (Encoding.UTF8.GetBytes("<html><script>alert(1)</script>"), "file.type"), (Encoding.UTF8.GetBytes("\uFEFF  <svg onload=alert(1)>"), "file.type"),
            (Encoding.ASCII.GetBytes("xxxxxxxxWEBP\0\0"), "file.type"), ([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0], "file.type"), (new byte[20 * 1024 * 1024 + 1], "file.large"),
        })
        {
            var answer = await desk.Upload($"/api/matters/{id}/evidence?name=photo.png", content);
            Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Code));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Upload($"/api/matters/{id}/evidence?name=%00", Png)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Upload($"/api/matters/{id}/evidence", Png)).Status);
        Assert.Equal(1, (await desk.Get($"/api/matters/{id}/journal")).Json.GetArrayLength());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(city.Store.Folder, "files"), "*.part"));
    }

    [Fact]
    public async Task Who_may_not_see_the_matter_does_not_see_its_files()
    {
        using var hall = city.As("supervisor");
        using var street = city.As("street");
        using var auditor = city.As("auditor");
        byte[] secret = [.. Png, 7];
        var hash = Convert.ToHexStringLower(SHA256.HashData(secret));
        var id = (await hall.Create("保密的诉求", more: new { confidential = true })).Id;
        _ = (await hall.Upload($"/api/matters/{id}/evidence?name=secret.png", secret)).Good;

        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            ((await street.Get($"/files/{hash}")).Status, (await street.Get($"/api/matters/{id}")).Status, (await street.Get($"/api/matters/{id}/journal")).Status));
        Assert.Equal(0, (await street.Get("/api/matters?text=" + Uri.EscapeDataString("保密的诉求"))).Good["total"].GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await auditor.Get($"/files/{hash}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await street.Upload($"/api/matters/{id}/evidence?name=a.png", [.. Png, 8])).Status);
        Assert.False(File.Exists(Path.Combine(city.Store.Folder, "files", Convert.ToHexStringLower(SHA256.HashData([.. Png, 8]))[..2], Convert.ToHexStringLower(SHA256.HashData([.. Png, 8])))));

        var open = (await hall.Create("公开的诉求")).Id;
        _ = (await hall.Upload($"/api/matters/{open}/evidence?name=open.png", secret)).Good;
        Assert.Contains("open.png", (await street.Get($"/files/{hash}")).Headers["Content-Disposition"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..%2f..%2fcityloom.db")]
    [InlineData("ABCDEF")]
    public async Task A_name_that_is_no_hash_opens_nothing(string name)
    {
        using var desk = city.As("supervisor");
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Get("/files/" + name)).Status);
    }

    /// <summary>A sender so slow that each byte comes alone.</summary>
    private sealed class Drops(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            foreach (var b in ToArray().Take(12))
            {
                await destination.WriteAsync(new[] { b }, cancellationToken);
                await destination.FlushAsync(cancellationToken);
                await Task.Delay(15, cancellationToken);
            }

            await destination.WriteAsync(ToArray().AsMemory(12), cancellationToken);
        }
    }
}

[Collection(OnSqlite.Name)]
public sealed class EvidenceOnSqliteTests(SqliteCity city) : EvidenceTests(city);

[Collection(OnPostgres.Name)]
public sealed class EvidenceOnPostgresTests(PostgresCity city) : EvidenceTests(city);
