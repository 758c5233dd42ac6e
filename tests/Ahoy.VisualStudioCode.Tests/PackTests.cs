using System.IO.Compression;
using System.Text.Json;

namespace Ahoy.VisualStudioCode.Tests;

public sealed class PackTests(Extension extension)
{
    [Fact]
    public void Vsix_Contents_AreWhatTheEditorNeedsAndNoMore()
    {
        using var vsix = ZipFile.OpenRead(extension.File);

        Assert.Equal(
            ["[Content_Types].xml", "extension.vsixmanifest", "extension/LICENSE.txt", "extension/dist/extension.js", "extension/package.json", "extension/readme.md"],
            vsix.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Vsix_Manifest_ContributesWhatTheReadmeSays()
    {
        using var vsix = ZipFile.OpenRead(extension.File);
        using var manifest = JsonDocument.Parse(Read(vsix, "extension/package.json"));
        var readme = Read(vsix, "extension/readme.md");
        var contributes = manifest.RootElement.GetProperty("contributes");

        Assert.All(
            contributes.GetProperty("configuration").GetProperty("properties").EnumerateObject(),
            setting => Assert.Contains($"| `{setting.Name}` |", readme, StringComparison.Ordinal));
        Assert.All(
            contributes.GetProperty("commands").EnumerateArray(),
            command => Assert.Contains($"Ahoy: {command.GetProperty("title").GetString()}", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Vsix_Bundle_RegistersEachCommand()
    {
        using var vsix = ZipFile.OpenRead(extension.File);
        using var manifest = JsonDocument.Parse(Read(vsix, "extension/package.json"));
        var bundle = Read(vsix, "extension/dist/extension.js");

        Assert.All(
            manifest.RootElement.GetProperty("contributes").GetProperty("commands").EnumerateArray(),
            command => Assert.Contains($"\"{command.GetProperty("command").GetString()}\"", bundle, StringComparison.Ordinal));
    }

    private static string Read(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
