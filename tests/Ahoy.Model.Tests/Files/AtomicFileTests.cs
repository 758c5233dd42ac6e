using Ahoy.TestSupport;

namespace Ahoy.Model.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_ContentThatIsThere_WritesNothing()
    {
        var file = _folder.Combine("new/file.txt");

        Assert.True(AtomicFile.Write(file, "one"u8.ToArray()));
        Assert.False(AtomicFile.Write(file, "one"u8.ToArray()));
        Assert.True(AtomicFile.Write(file, "two"u8.ToArray()));

        Assert.Equal("two", File.ReadAllText(file));
        Assert.Single(Directory.GetFiles(_folder.Combine("new")));
    }

    [Fact]
    public void Write_ThatFails_LeavesTheFileAsItWas()
    {
        var file = _folder.Write("file.txt", "before");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(file, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }));

        Assert.Equal("before", File.ReadAllText(file));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Copy_OverAFile_TakesItsPlace()
    {
        var file = _folder.Write("file.txt", "before");

        AtomicFile.Copy(_folder.Write("source.txt", "after"), file);

        Assert.Equal("after", File.ReadAllText(file));
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void Write_ByManyAtOnce_EndsWithOneWhole()
    {
        var file = _folder.Combine("file.txt");
        byte[][] contents = [.. Enumerable.Range(0, 16).Select(i => Enumerable.Repeat((byte)i, 10_000).ToArray())];

        Parallel.ForEach(contents, content => AtomicFile.Write(file, stream => stream.Write(content)));

        Assert.Contains(contents, content => content.SequenceEqual(File.ReadAllBytes(file)));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }
}
