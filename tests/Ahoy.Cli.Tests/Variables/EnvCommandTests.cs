using Ahoy.Cli.Tests.Infrastructure;

namespace Ahoy.Cli.Tests.Variables;

public sealed class EnvCommandTests(DeployHost host)
{
    [Fact]
    public async Task Set_Pairs_SetsThemAllAndShowsNoValue()
    {
        using var project = new ToolkitProject("env-set");
        await RunAsync(project, "deploy");

        var output = await RunAsync(project, "env", "set", "FIRST=one", "SECOND=two = words", "THIRD=");

        Assert.Equal("+ FIRST\n+ SECOND\n+ THIRD\n", output);
        Assert.Equal("two = words\n", await RunAsync(project, "env", "get", "SECOND"));
        Assert.Equal("one\n", await RunAsync(project, "env", "get", "--key", "FIRST"));
        Assert.Equal("- FIRST\n", await RunAsync(project, "env", "unset", "FIRST"));
    }

    [Theory]
    [InlineData("A variable is given as NAME=value", "SECRET")]
    [InlineData("A variable is given as NAME=value", "=SECRET")]
    [InlineData("Which variable?")]
    [InlineData("'A' is given twice", "A=1", "A=2")]
    [InlineData("not both", "A=1", "--key", "B")]
    [InlineData("--value belongs to --key", "A=1", "--value", "B")]
    public async Task Set_WhatIsNoPair_IsRefusedWithoutShowingIt(string expected, params string[] arguments)
    {
        using var project = new ToolkitProject("env-refused");
        await RunAsync(project, "deploy");

        var result = await host.AhoyAsync(project.Path, ["env", "set", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promote_ToAnEnvironmentThatLacksVariables_NamesThemAndTheCommandThatCopiesThem()
    {
        using var project = new ToolkitProject("env-promote");
        project.Write(".env", "A=1\nB=secret-value\n");
        await RunAsync(project, "deploy");

        var promoted = await host.AhoyAsync(project.Path, "promote", "--from", "dev", "--production", "--create-environment");

        Assert.Equal(0, promoted.ExitCode);
        Assert.Contains("warning: production lacks variables that dev-environment has: A, B.", promoted.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-value", promoted.Error, StringComparison.Ordinal);
        var copy = promoted.Error.Split('\n').Single(line => line.Contains("To copy: ahoy ", StringComparison.Ordinal)).Split("ahoy ")[1];

        Assert.Equal("+ A\n+ B\n", await RunAsync(project, copy.Split(' ')));
        Assert.Equal("secret-value\n", await RunAsync(project, "env", "get", "B", "--production"));
        var again = await host.AhoyAsync(project.Path, "promote", "--from", "dev", "--production");
        Assert.DoesNotContain("lacks", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_KeepsWhatTheOtherHas_UnlessItIsToBeOverwritten()
    {
        using var project = new ToolkitProject("env-copy");
        project.Write(".env", "A=1\nB=2\n");
        await RunAsync(project, "deploy");
        await RunAsync(project, "deploy", "--environment", "stage", "--no-env");
        await RunAsync(project, "env", "set", "--environment", "stage", "A=other");

        Assert.Equal("+ B\n", await RunAsync(project, "env", "copy", "--from", "dev", "--environment", "stage", "--dry-run"));
        Assert.Equal("+ B\n", await RunAsync(project, "env", "copy", "--from", "dev", "--environment", "stage"));
        Assert.Equal("~ A\n  1 unchanged\n", await RunAsync(project, "env", "copy", "--from", "dev", "--environment", "stage", "--overwrite"));
        Assert.Equal(2, (await host.AhoyAsync(project.Path, "env", "copy", "--from", "dev")).ExitCode);
    }

    private async Task<string> RunAsync(ToolkitProject project, params string[] arguments)
    {
        var result = await host.AhoyAsync(project.Path, [.. arguments.Where(word => word.Length > 0)]);
        Assert.True(result.ExitCode == 0, result.ToString());
        return result.Output;
    }
}
