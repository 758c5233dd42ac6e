using Ahoy.EndToEnd.Tests;
using Ahoy.TestSupport;

[assembly: AssemblyFixture(typeof(SdkPackage))]

namespace Ahoy.EndToEnd.Tests;

/// <summary>The SDK's package, packed once for all tests, and folders outside of the repository that use it with nothing but it.</summary>
public sealed class SdkPackage : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    /// <summary>The folder with the package.</summary>
    public string Packages => _folder.Combine("packages");

    /// <summary>The configuration that the tests, and so the parts of the package, are built in.</summary>
    public static string Configuration { get; } =
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}") ? "Release" : "Debug";

    /// <summary>The variable that puts the native <c>ahoy</c> into the package, so that all that runs from it runs that.</summary>
    public const string NativeVariable = "AHOY_NATIVE";

    /// <summary>Whether the package has the native program.</summary>
    public static bool IsNative { get; } = System.Environment.GetEnvironmentVariable(NativeVariable) == "true";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var result = await Dotnet.RunAsync(
            Repository.Root, ["pack", "src/Ahoy.Sdk", "--no-build", "-p:AhoyVersion=0.1.0", "-c", Configuration, "-o", Packages]);
        Assert.True(result.ExitCode == 0, result.Output);
    }

    /// <summary>An empty folder outside of the repository, whose only package source is the package's folder.</summary>
    public OutsideProject CreateProject(string name = "service", string? projectFile = null) =>
        new(this, name, projectFile ?? """<Project Sdk="Ahoy.Sdk/0.1.0" />""");

    /// <summary>What a command there gets from the environment: a package cache of its own, without an older Ahoy.Sdk in it.</summary>
    public Dictionary<string, string?> Environment() => new() { ["NUGET_PACKAGES"] = _folder.Combine("cache") };

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
