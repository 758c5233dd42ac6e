using System.Security.Cryptography;
using System.Text;
using Ahoy.Host.Storage;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Storage;

public sealed class ContentStoreTests
{
    [Fact]
    public async Task Content_ThatIsAddedTwice_IsThereOnce()
    {
        using var folder = new TempFolder();
        var store = new ContentStore(folder.Path);

        var first = await AddAsync(store, "ahoy");
        var second = await AddAsync(store, "ahoy");

        Assert.Equal(first, second);
        Assert.Equal(4, first.Size);
        Assert.Equal("ahoy", await File.ReadAllTextAsync(store.PathOf(first.Sha256), TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Content_ThatIsTooLarge_LeavesNothingBehind()
    {
        using var folder = new TempFolder();
        var store = new ContentStore(folder.Path);
        using var content = new MemoryStream(new byte[11]);

        var e = await Assert.ThrowsAsync<ContentTooLargeException>(() => store.AddAsync(content, limit: 10, TestContext.Current.CancellationToken));

        Assert.Equal(10, e.Limit);
        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Collect_RemovesWhatIsUnusedAndOld_AndNothingElse()
    {
        using var folder = new TempFolder();
        var store = new ContentStore(folder.Path);
        var used = await AddAsync(store, "used");
        var unused = await AddAsync(store, "unused");
        var young = await AddAsync(store, "young");
        var old = DateTime.UtcNow.AddHours(-2);
        File.SetLastWriteTimeUtc(store.PathOf(used.Sha256), old);
        File.SetLastWriteTimeUtc(store.PathOf(unused.Sha256), old);

        var removed = store.Collect(sha256 => sha256 == used.Sha256, DateTimeOffset.UtcNow);

        Assert.Equal(1, removed);
        Assert.True(store.Contains(used.Sha256));
        Assert.False(store.Contains(unused.Sha256));
        Assert.True(store.Contains(young.Sha256));
    }

    [Fact]
    public async Task Contents_ThatComeSideBySideAndAreCutOff_AreEachTheirOwn()
    {
        using var folder = new TempFolder();
        var store = new ContentStore(folder.Path);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            var random = new Random(i);
            var bytes = new byte[random.Next(500_000)];
            random.NextBytes(bytes);
            using var stop = new CancellationTokenSource();
            using var content = new SlowStream(bytes, random, stopAfter: i % 3 == 0 ? random.Next(bytes.Length) : int.MaxValue, stop);
            try
            {
                var stored = await store.AddAsync(content, limit: bytes.Length, stop.Token);

                Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), stored.Sha256);
                Assert.Equal(bytes, await File.ReadAllBytesAsync(store.PathOf(stored.Sha256)));
            }
            catch (OperationCanceledException) when (i % 3 == 0)
            {
                // The client went away in the middle, while others go on with the memory that it had.
            }
        })));

        Assert.All(
            Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories),
            file => Assert.Equal(Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))));
    }

    private static async Task<StoredContent> AddAsync(ContentStore store, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await store.AddAsync(content, limit: 1000, TestContext.Current.CancellationToken);
    }

    // Gives piece by piece, on other threads, and is cut off where it is told to be.
    private sealed class SlowStream(byte[] bytes, Random random, int stopAfter, CancellationTokenSource stop) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            if (Position > stopAfter)
            {
                await stop.CancelAsync();
            }

            cancellationToken.ThrowIfCancellationRequested();
            return Read(buffer.Span[..Math.Min(buffer.Length, random.Next(1, 30_000))]);
        }
    }
}
