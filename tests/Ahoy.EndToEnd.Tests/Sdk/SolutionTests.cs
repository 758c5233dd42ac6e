using System.IO.Compression;
using System.Text.Json;

namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>Services beside other projects: built together, packed, changed by whoever builds upon the SDK.</summary>
public class SolutionTests(SdkPackage package)
{
    private const string Function = "exports.handler = (context, event, callback) => callback(null, 'hi');\n";

    [Fact]
    public async Task Build_ServicesThatReferToOneAnother_BuildsEachInItsOrderOnManyNodes()
    {
        using var project = package.CreateProject("first", """
            <Project Sdk="Ahoy.Sdk/0.1.0">
              <!-- Made by the library's build, and so there only after it. -->
              <ItemGroup><ProjectReference Include="../library/library.csproj" ReferenceOutputAssembly="false" /></ItemGroup>
              <Target Name="Made" BeforeTargets="AhoyResolve">
                <ItemGroup><AhoyAsset Include="../library/bin/made.txt" Path="/made.txt" /></ItemGroup>
              </Target>
            </Project>
            """);
        project.WriteFunction("a.js");
        project.Write("../second/second.csproj", """
            <Project Sdk="Ahoy.Sdk/0.1.0">
              <ItemGroup><ProjectReference Include="../first/first.csproj" ReferenceOutputAssembly="false" /></ItemGroup>
            </Project>
            """);
        project.Write("../second/functions/b.js", Function);
        project.Write("../library/library.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <Target Name="Make" AfterTargets="CoreCompile"><WriteLinesToFile File="bin/made.txt" Lines="made" Overwrite="true" /></Target>
            </Project>
            """);
        project.Write("../both/both.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>net10.0</TargetFrameworks></PropertyGroup>
              <ItemGroup><PackageReference Include="Ahoy.Sdk" Version="0.1.0" PrivateAssets="all" /></ItemGroup>
            </Project>
            """);
        project.Write("../both/functions/c.js", Function);
        project.Write("../all.proj", """
            <Project DefaultTargets="Build">
              <ItemGroup><P Include="both/both.csproj;second/second.csproj;first/first.csproj;library/library.csproj" /></ItemGroup>
              <Target Name="Restore"><MSBuild Projects="@(P)" Targets="Restore" BuildInParallel="true" Properties="MSBuildRestoreSessionId=$([System.Guid]::NewGuid())" /></Target>
              <Target Name="Build"><MSBuild Projects="@(P)" BuildInParallel="true" /></Target>
            </Project>
            """);

        await project.BuildAsync("../all.proj", "-m:4");
        var again = await project.BuildAsync("../all.proj", "-m:4");

        Assert.Contains("0 Warning(s)", again);
        Assert.Equal(["/a", "/made.txt"], project.ReadBuild().Resources.Select(resource => resource.Path));
        Assert.All(
            (string[])["second/bin/Debug/net10.0", "both/bin/Debug/net10.0"],
            folder => Assert.True(File.Exists(Path.Combine(project.Folder, "..", folder, "ahoy", "build.json")), folder));
    }

    [Fact]
    public async Task Build_Configurations_ChooseTheEnvironmentFile()
    {
        using var project = package.CreateProject("service", """
            <Project Sdk="Ahoy.Sdk/0.1.0">
              <PropertyGroup Condition="'$(Configuration)' == 'Release'"><AhoyEnvFile>.env.release</AhoyEnvFile></PropertyGroup>
            </Project>
            """);
        project.WriteFunction("a.js");
        project.Write(".env", "DEBUGGING=1\n");
        project.Write(".env.release", "RELEASED=secret-value\n");

        var debug = await project.BuildAsync();
        var release = await project.BuildAsync("-c", "Release");

        Assert.Contains("service: 1 Function (", debug);
        Assert.Contains("; variables: DEBUGGING", debug);
        Assert.Contains("; variables: RELEASED", release);
        Assert.DoesNotContain("secret-value", release);
        Assert.DoesNotContain("functions/a.js", release);

        // Nothing to do, and told all the same.
        var verbose = await project.BuildAsync("-c", "Release", "-v:normal", "-tl:off");
        Assert.Contains("; variables: RELEASED", verbose);
        Assert.Matches("/a +public +[0-9]+ B  functions/a.js", verbose);
    }

    [Fact]
    public async Task Pack_Service_GivesAPackageWithTheBuild()
    {
        using var project = package.CreateProject("shop");
        project.WriteFunction("a.js");

        var result = await project.DotnetAsync("pack", "-p:Version=2.3.4");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.DoesNotContain("warning", result.Output);
        await using var zip = await ZipFile.OpenReadAsync(Path.Combine(project.Folder, "bin", "Release", "shop.2.3.4.nupkg"), TestContext.Current.CancellationToken);
        var archive = Assert.Single(zip.Entries, entry => entry.FullName.StartsWith("ahoy/", StringComparison.Ordinal));
        Assert.Equal("ahoy/shop.ahoy.zip", archive.FullName);
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.EndsWith(".dll", StringComparison.Ordinal));
        await using var content = new ZipArchive(await archive.OpenAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(content.GetEntry("build.json"));
    }

    [Fact]
    public async Task Hooks_FilesThatPropertiesName_AreImportedBeforeAndAfter()
    {
        using var project = package.CreateProject("service");
        project.WriteFunction("a.js");
        project.Write("Directory.Build.props", """
            <Project><PropertyGroup>
              <CustomBeforeAhoyProps>$(MSBuildThisFileDirectory)before.props</CustomBeforeAhoyProps>
              <CustomAfterAhoyProps>$(MSBuildThisFileDirectory)after.props</CustomAfterAhoyProps>
              <CustomBeforeAhoyTargets>$(MSBuildThisFileDirectory)before.targets</CustomBeforeAhoyTargets>
              <CustomAfterAhoyTargets>$(MSBuildThisFileDirectory)after.targets</CustomAfterAhoyTargets>
            </PropertyGroup></Project>
            """);
        project.Write("before.props", "<Project><PropertyGroup><Seen>[$(EnableDefaultAhoyItems)]</Seen></PropertyGroup></Project>");
        project.Write("after.props", "<Project><PropertyGroup><Seen>$(Seen)[$(EnableDefaultAhoyItems)]</Seen></PropertyGroup></Project>");
        project.Write("before.targets", "<Project><PropertyGroup><Seen>$(Seen)[$(AhoyRuntime)]</Seen></PropertyGroup></Project>");
        project.Write("after.targets", "<Project><PropertyGroup><Seen>$(Seen)[$(AhoyRuntime)]</Seen></PropertyGroup></Project>");

        var result = await project.DotnetAsync("msbuild", "-getProperty:Seen");

        Assert.Equal("[][true][][node22]", result.Output.Trim());
    }

    [Fact]
    public async Task Evaluation_ForEditors_NamesWhatABuildDependsOn()
    {
        using var project = package.CreateProject("service");
        project.WriteFunction("a.js");
        project.Write("assets/b.txt", "b");
        project.Write(".twilioserverlessrc", "{}");
        project.Write("package.json", "{}");

        var result = await project.DotnetAsync("msbuild", "-getItem:UpToDateCheckInput", "-getItem:UpToDateCheckOutput", "-getItem:Watch");

        using var json = JsonDocument.Parse(result.Output);
        string[] Items(string name) => [.. json.RootElement.GetProperty("Items").GetProperty(name).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!.Replace('\\', '/'))];
        Assert.Superset(new HashSet<string> { "functions/a.js", "assets/b.txt", ".twilioserverlessrc", "package.json", "package-lock.json", ".env" }, Items("UpToDateCheckInput").ToHashSet());
        Assert.Contains(Items("UpToDateCheckOutput"), file => file.EndsWith("ahoy/build.json", StringComparison.Ordinal));
        Assert.Equal(["package.json", ".twilioserverlessrc"], Items("Watch"));
    }
}
