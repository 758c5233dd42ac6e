using Ahoy.TestSupport;

namespace Ahoy.Model.Tests.Resources;

public class ResourceScannerTests
{
    [Fact]
    public void Scan_NestedFolders_FindsEachResourceInOrder()
    {
        using var project = new TempFolder();
        project.Write("functions/sms/reply.protected.js", "");
        project.Write("functions/hello.js", "");
        project.Write("functions/README.md", "");
        project.Write("functions/node_modules/x/index.js", "");
        project.Write("assets/index.html", "");
        project.Write("assets/.DS_Store", "");
        project.Write("assets/.well-known/security.txt", "");

        var result = ResourceScanner.Scan(ServiceLayout.Of(project.Path));

        Assert.Empty(result.Problems);
        Assert.Equal(
            [
                "functions/hello.js /hello",
                "functions/sms/reply.protected.js /sms/reply",
                "assets/.well-known/security.txt /.well-known/security.txt",
                "assets/index.html /index.html",
            ],
            result.Files.Select(f => $"{f.File} {f.Path}"));
    }

    [Fact]
    public void Scan_NoFolders_FindsNothing()
    {
        using var project = new TempFolder();

        var result = ResourceScanner.Scan(ServiceLayout.Of(project.Path));

        Assert.Empty(result.Files);
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void Layout_ToolkitsOtherNames_AreFoundWhereTheFirstAreMissing()
    {
        using var project = new TempFolder();
        project.Write("src/hello.js", "");
        project.Write("static/a.txt", "");

        var layout = ServiceLayout.Of(project.Path);

        Assert.Equal(("src", "static"), (layout.FunctionsFolder, layout.AssetsFolder));
    }

    [Fact]
    public void Scan_FolderNamedLikeAFunction_IsReported()
    {
        using var project = new TempFolder();
        project.Write("functions/x.js/inner.js", "");

        var problem = Assert.Single(ResourceScanner.Scan(ServiceLayout.Of(project.Path)).Problems);

        Assert.Equal("functions/x.js", problem.File);
        Assert.Contains("is a folder with the name of a Function", problem.Message);
    }

    [Fact]
    public void Scan_Links_AreFollowedInsideAndRefusedOutside()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only some users make links.");
        using var outside = new TempFolder();
        using var project = new TempFolder();
        var secret = outside.Write("secret.txt", "");
        outside.Write("folder/deep.txt", "");
        project.Write("shared/a.txt", "");
        project.Write("assets/plain.txt", "");
        File.CreateSymbolicLink(Path.Combine(project.Path, "assets/inside.txt"), Path.Combine(project.Path, "shared/a.txt"));
        File.CreateSymbolicLink(Path.Combine(project.Path, "assets/leaves.txt"), secret);
        File.CreateSymbolicLink(Path.Combine(project.Path, "assets/broken.txt"), Path.Combine(project.Path, "nowhere"));
        Directory.CreateSymbolicLink(Path.Combine(project.Path, "assets/away"), Path.Combine(outside.Path, "folder"));
        Directory.CreateSymbolicLink(Path.Combine(project.Path, "assets/loop"), Path.Combine(project.Path, "assets"));

        var result = ResourceScanner.Scan(ServiceLayout.Of(project.Path));

        Assert.Equal(["/inside.txt", "/plain.txt"], result.Files.Select(f => f.Path));
        Assert.Equal(
            [
                "assets/away: is a link that leaves the project: copy the file into the project instead",
                "assets/broken.txt: is a link to something that does not exist: restore its target or remove the link",
                "assets/leaves.txt: is a link that leaves the project: copy the file into the project instead",
                "assets/loop: is a link to a folder that it lies in: remove the link",
            ],
            result.Problems.Select(p => $"{p.File}: {p.Message}").Order(StringComparer.Ordinal));
    }
}
