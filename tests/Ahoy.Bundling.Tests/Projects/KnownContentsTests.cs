using Ahoy.TestSupport;

namespace Ahoy.Bundling.Tests.Projects;

public sealed class KnownContentsTests : IDisposable
{
    private static readonly DateTime s_written = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
    private static readonly string s_hash = new('a', 64);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_UnchangedFile_IsKnownWithItsFacts()
    {
        var file = Write("a b.txt", "text");
        Keep(file, content => content.Fact("x", () => true));

        var known = Load().Find(file);

        Assert.Equal((s_hash, 4), (known!.Hash, known.Size));
        Assert.True(known.Fact("x", () => throw new InvalidOperationException("It is known.")));
        Assert.False(known.Fact("y", () => false));
    }

    [Theory]
    [InlineData("texts", 0)]
    [InlineData("TEXT", 1)]
    [InlineData("TEXT", -3600)]
    public void Find_OtherSizeOrTime_IsUnknown(string text, int seconds)
    {
        Keep(Write("a.txt", "text"));

        var changed = Write("a.txt", text, s_written.AddSeconds(seconds));

        Assert.Null(Load().Find(changed));
    }

    [Fact]
    public void Find_ReadRightAfterItWasWritten_IsInDoubt()
    {
        var file = Write("a.txt", "text");
        var contents = KnownContents.Load(_folder.Combine("known.txt"), s_written.AddSeconds(1));
        contents.Add(file, s_hash);
        contents.Save();

        Assert.Null(Load().Find(file));
    }

    [Fact]
    public void Save_FileThatNobodyAskedFor_IsForgotten()
    {
        var kept = Write("a.txt", "text");
        Keep(kept);
        Keep(Write("b.txt", "text"), alsoAskFor: kept);
        var second = Load();
        second.Find(kept);
        second.Save();

        var third = Load();
        Assert.NotNull(third.Find(kept));
        Assert.Null(third.Find(Write("b.txt", "text")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ahoy-contents\tanother version\n")]
    [InlineData("no such thing")]
    public void Load_OtherFile_KnowsNothing(string text)
    {
        var file = Write("a.txt", "text");
        Keep(file);
        _folder.Write("known.txt", text);

        Assert.Null(Load().Find(file));
    }

    [Fact]
    public void Load_DamagedLines_KnowsTheOthers()
    {
        var file = Write("a.txt", "text");
        Keep(file);
        File.AppendAllText(_folder.Combine("known.txt"), "x\n\t\t\t\t\t\n" + s_hash + "\t1\t99999999999999999999\t1\t\t/x\n");

        Assert.NotNull(Load().Find(file));
    }

    private void Keep(FileInfo file, Action<KnownContent>? find = null, FileInfo? alsoAskFor = null)
    {
        var contents = Load();
        if (alsoAskFor is not null)
        {
            Assert.NotNull(contents.Find(alsoAskFor));
        }

        find?.Invoke(contents.Add(file, s_hash));
        if (find is null)
        {
            contents.Add(file, s_hash);
        }

        contents.Save();
    }

    private KnownContents Load() => KnownContents.Load(_folder.Combine("known.txt"), s_written.AddMinutes(1));

    private FileInfo Write(string name, string text, DateTime? written = null)
    {
        var file = new FileInfo(_folder.Write(name, text));
        file.LastWriteTimeUtc = written ?? s_written;
        file.Refresh();
        return file;
    }
}
