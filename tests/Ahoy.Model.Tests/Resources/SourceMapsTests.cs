using Ahoy.TestSupport;

namespace Ahoy.Model.Tests.Resources;

/// <summary>What tools put beside resources: maps have the visibility of what they map, and the rest is none.</summary>
public sealed class SourceMapsTests
{
    [Theory]
    [InlineData("x.private.js.map", "/x.js.map", Visibility.Private)]
    [InlineData("sub/style.protected.css.map", "/sub/style.css.map", Visibility.Protected)]
    [InlineData("x.js.map", "/x.js.map", Visibility.Public)]
    [InlineData("x.js.private.map", "/x.js.map", Visibility.Private)]
    [InlineData("island.private.map", "/island.map", Visibility.Private)]
    [InlineData("island.map", "/island.map", Visibility.Public)]
    [InlineData(".private.js.map", "/.private.js.map", Visibility.Public)]
    [InlineData("x.private.min.js.map", "/x.private.min.js.map", Visibility.Public)]
    public void Name_OfAMap_HasTheMarkerOfWhatItMaps(string file, string path, Visibility visibility)
    {
        var resource = ResourcePath.FromFile(ResourceKind.Asset, file);

        Assert.Equal((path, visibility), (resource.Value, resource.Visibility));
    }

    [Fact]
    public void Map_OfAnAssetThatIsNotPublic_IsNoResource()
    {
        var files = SourceMaps.Follow(
        [
            Asset("assets/secret.js", "/inner/secret.js", Visibility.Private),
            Asset("assets/secret.js.map", "/secret.js.map", Visibility.Public),
            Asset("assets/kept.js", "/kept.js", Visibility.Public),
            Asset("assets/kept.js.map", "/own/name.map", Visibility.Private),
            Asset("assets/signed.css", "/signed.css", Visibility.Protected),
            Asset("assets/signed.css.map", "/own.map", Visibility.Public),
        ]);

        // One that is private by its own name is not for browsers either.
        Assert.Equal(
            ["/inner/secret.js Private", "/kept.js Public", "/signed.css Protected"],
            files.Select(f => $"{f.Path} {f.Visibility}"));
    }

    [Fact]
    public void Map_OfAFunction_IsNoAsset()
    {
        using var project = new TempFolder();
        project.Write("dist/functions/hello.js", "");
        project.Write("dist/functions/hello.js.map", "");
        project.Write("dist/logo.css", "");
        project.Write("dist/logo.css.map", "");

        var files = ResourceScanner.Scan(ServiceLayout.Of(project.Path, "dist/functions", "dist")).Files;

        Assert.Equal(
            ["Function /hello", "Asset /functions/hello.js", "Asset /logo.css", "Asset /logo.css.map"],
            files.Select(f => $"{f.Kind} {f.Path}"));
    }

    [Fact]
    public void Scan_WhatToolsLeaveBesidePrivateThings_IsNoResource()
    {
        using var project = new TempFolder();
        string[] left =
        [
            "a.private.js~", ".a.private.js.swp", ".a.private.js.swo", ".swp", ".#a.private.js", "#a.private.js#", "._a.private.js", ".DS_Store", "thumbs.db",
            "a.private.d.ts", "a.private.d.ts.map", "a.d.mts", "a.d.cts", "tsconfig.tsbuildinfo", ".tsbuildinfo",
        ];
        foreach (var file in left)
        {
            project.Write("assets/sub/" + file, "secret");
            project.Write("functions/" + file, "secret");
        }

        project.Write("assets/a.private.js", "");
        project.Write("assets/a.private.js.map", "");
        project.Write("assets/d.ts", "");
        project.Write("assets/tilde~1.txt", "");
        project.Write("assets/logo.swf", "");
        project.Write("functions/a.js", "");

        var result = ResourceScanner.Scan(ServiceLayout.Of(project.Path));

        Assert.Empty(result.Problems);
        Assert.Equal(
            ["/a Public", "/a.js Private", "/d.ts Public", "/logo.swf Public", "/tilde~1.txt Public"],
            result.Files.Select(f => $"{f.Path} {f.Visibility}"));
    }

    private static ResourceFile Asset(string file, string path, Visibility visibility) => new(ResourceKind.Asset, "/p/" + file, file, path, visibility);
}
