namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>What a restore leaves for editors.</summary>
public class EditorTests(SdkPackage package)
{
    [Fact]
    public async Task Restore_SaysWhereTheCommandIs()
    {
        using var project = package.CreateProject();
        project.WriteFunction("good.js");

        var result = await project.DotnetAsync("restore");

        Assert.True(result.ExitCode == 0, result.ToString());
        var path = (await File.ReadAllTextAsync(Path.Combine(project.Folder, "obj", "ahoy", "ahoy.path"), TestContext.Current.CancellationToken)).Trim();
        Assert.Equal("ahoy.dll", Path.GetFileName(path));
        Assert.True(File.Exists(path), path);
    }
}
