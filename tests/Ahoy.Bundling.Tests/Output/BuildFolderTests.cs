using System.IO.Compression;
using Ahoy.Bundling.Output;
using Ahoy.Model;
using Ahoy.TestSupport;
using static Ahoy.Bundling.Tests.Candidates;

namespace Ahoy.Bundling.Tests.Output;

public sealed class BuildFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Json => _folder.Combine("build.json");

    [Fact]
    public void Write_Archive_HoldsTheSameAndNothingOfThisMachine()
    {
        new BuildFolder(_folder.Path).Write(Of(Function("a.js", "one"), Asset("b.txt", "two"), Asset("c.txt", "two")));

        using var archive = ZipFile.OpenRead(_folder.Combine("service.ahoy.zip"));
        Assert.Equal(3, archive.Entries.Count);
        Assert.All(archive.Entries, entry =>
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            Assert.Equal(File.ReadAllBytes(_folder.Combine(entry.FullName)), content.ToArray());
            Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime);
            Assert.Equal(entry.Length, entry.CompressedLength);
            Assert.Equal(0x81A4, entry.ExternalAttributes >> 16 & 0xFFFF);
        });
    }

    [Fact]
    public void Write_NothingChanged_WritesNothing()
    {
        var folder = new BuildFolder(_folder.Path);
        var candidate = Of(Function("a.js", "one"));

        Assert.True(folder.Write(candidate));
        Assert.False(folder.Write(candidate));
    }

    [Fact]
    public void Write_ContentCannotBeRead_LeavesTheEarlierBuild()
    {
        var folder = new BuildFolder(_folder.Path);
        folder.Write(Of(Function("a.js", "one")));
        var earlier = File.ReadAllBytes(Json);
        var resource = new Resource(ResourceKind.Asset, "/b", Visibility.Public, "assets/b", 3, "", new string('0', 64));

        Assert.Throws<IOException>(() => folder.Write(Of(Function("a.js", "changed"), new ResourceContent(resource, () => new MemoryStream([1, 2, 3])))));

        Assert.Equal(earlier, File.ReadAllBytes(Json));
        var build = BuildJson.Read(earlier, Json);
        Assert.All(build.Resources, r => Assert.True(File.Exists(_folder.Combine($"files/{r.Sha256}"))));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void Clear_ForeignFiles_Stay()
    {
        var folder = new BuildFolder(_folder.Path);
        folder.Write(Of(Function("a.js", "one")));
        _folder.Write("mine.txt", "");

        folder.Clear();

        Assert.Equal(["mine.txt"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    public void Dispose() => _folder.Dispose();
}
