using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Ahoy.Bundling.Output;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Bundling.Tests.Output;

public sealed class BuildReaderTests
{
    private static readonly byte[] s_content = "exports.handler = () => {};"u8.ToArray();

    [Fact]
    public void Archive_IsReadWithItsContents()
    {
        using var folder = new TempFolder();
        using var package = BuildReader.Open(Archive(folder, Hash(s_content), s_content));

        var resource = Assert.Single(package.Build.Resources);
        using var reader = new StreamReader(package.OpenContent(resource));
        Assert.Equal(Encoding.UTF8.GetString(s_content), reader.ReadToEnd());
    }

    [Fact]
    public void Archive_WithEntriesThatLeadOut_WritesNothingOfThem()
    {
        using var folder = new TempFolder();
        var archive = Archive(folder, Hash(s_content), s_content, extra: "../../evil.txt");

        using var package = BuildReader.Open(archive);

        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "evil.txt"));
        Assert.Single(package.Build.Resources);
    }

    [Theory]
    [InlineData("../../evil")]
    [InlineData("0123")]
    public void Hash_ThatIsNone_IsRefused(string hash)
    {
        using var folder = new TempFolder();
        Assert.Throws<BuildFormatException>(() => BuildReader.Open(Archive(folder, hash, s_content)));
    }

    [Fact]
    public void Content_OfAnotherHash_IsRefused()
    {
        using var folder = new TempFolder();
        var other = (byte[])s_content.Clone();
        other[0]++;

        var e = Assert.Throws<BuildFormatException>(() => BuildReader.Open(Archive(folder, Hash(s_content), other)));

        Assert.Contains("damaged", e.Message);
    }

    [Fact]
    public void Content_LargerThanItClaims_IsRefused()
    {
        using var folder = new TempFolder();
        Assert.Throws<BuildFormatException>(() => BuildReader.Open(Archive(folder, Hash(s_content), new byte[10_000_000])));
    }

    [Fact]
    public void File_ThatIsNoArchive_IsRefusedInWords()
    {
        using var folder = new TempFolder();
        var e = Assert.Throws<BuildFormatException>(() => BuildReader.Open(folder.Write("x.ahoy.zip", "no zip")));

        Assert.Contains("zip", e.Message);
    }

    private static string Archive(TempFolder folder, string hash, byte[] content, string? extra = null)
    {
        var file = folder.Combine("service.ahoy.zip");
        using var archive = ZipFile.Open(file, ZipArchiveMode.Create);
        var resource = new Resource(
            ResourceKind.Function, "/hello", Visibility.Public, "functions/hello.js", s_content.Length, ContentTypes.JavaScript, hash);
        Write(BuildJson.FileName, BuildJson.Write(new Build("shop", NodeRuntime.Default, [], [resource])));
        Write($"files/{hash}", content);
        if (extra is not null)
        {
            Write(extra, content);
        }

        return file;

        void Write(string name, byte[] bytes)
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(bytes);
        }
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
