using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Gateway;

/// <summary>Assets whose files change and nobody tells the host: a tag and the content that comes with it must belong together all the same.</summary>
public sealed class AssetFileTests : IAsyncLifetime
{
    private const int LargeSize = 1_500_000;
    private const int LargestSize = 20_000_000;

    private readonly Service _service = new();

    public ValueTask InitializeAsync() => _service.InitializeAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("small.txt", 10, 10)]
    [InlineData("small.txt", 10, 25)]
    [InlineData("small.txt", 10, LargeSize)]
    [InlineData("large.txt", LargeSize, LargeSize)]
    [InlineData("large.txt", LargeSize, LargeSize + 7)]
    [InlineData("large.txt", LargeSize, 10)]
    public async Task Asset_WhoseFileChanged_HasTheTagOfWhatIsSent(string name, int size, int otherSize)
    {
        Save(name, new string('b', otherSize));
        await AssertIsTaggedAsync(name, new string('b', otherSize));

        // What it was first must not stand for the other content now.
        Save(name, new string('a', size));
        await AssertIsTaggedAsync(name, new string('a', size));
    }

    [Fact]
    public async Task Asset_WrittenWhileItIsSent_IsNotSentToItsEnd()
    {
        using var connection = await RawConnection.OpenAsync(_service.Port);
        await connection.SendAsync("GET /largest.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        await connection.ReadLineAsync();

        Save("largest.txt", new string('b', LargestSize));

        var rest = await connection.ReadToEndAsync();
        Assert.True(rest.Length < LargestSize, $"{rest.Length} bytes came, as if they were one Asset.");
    }

    private async Task AssertIsTaggedAsync(string name, string content)
    {
        using var response = await _service.Client.GetAsync("/" + name);
        var sent = await response.Content.ReadAsStringAsync();

        Assert.True(content == sent, string.Create(CultureInfo.InvariantCulture, $"{sent.Length} bytes were sent, beginning with '{sent[..1]}'."));
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sent)))[..32]}\"", response.Headers.ETag?.Tag);
    }

    // Long ago: a file that was written just now is waited for.
    private void Save(string name, string content) =>
        File.SetLastWriteTimeUtc(_service.Folder.Write("assets/" + name, content), DateTime.UtcNow.AddHours(-1));

    private sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["assets/small.txt"] = new string('a', 10),
        ["assets/large.txt"] = new string('a', LargeSize),
        ["assets/largest.txt"] = new string('a', LargestSize),
    });
}
