using System.Net;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Commands;

/// <summary>Projects as they come: ES module packages, configurations of other forms, another Node than the runtime's.</summary>
public sealed class ProjectFormTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Functions_InAnEsModulePackage_AreCommonJsAllTheSame()
    {
        _folder.Write("package.json", """{ "type": "module" }""");
        _folder.Write("assets/shared.private.js", "module.exports = { word: 'ahoy' };");
        _folder.Write("functions/common.js", "exports.handler = (c, e, callback) => callback(null, require(Runtime.getAssets()['/shared.js'].path).word);");
        _folder.Write("functions/nested/package.json", """{ "type": "module" }""");
        _folder.Write("functions/nested/other.js", "exports.word = 'pier'; exports.handler = (c, e, callback) => callback(null, 'nested');");
        _folder.Write("functions/uses.js", "exports.handler = (c, e, callback) => callback(null, require(Runtime.getFunctions()['nested/other'].path).word);");
        _folder.Write("functions/module.js", "export const handler = (c, e, callback) => callback(null, 'never');");
        await using var host = await HostProcess.StartAsync(_folder.Path);

        Assert.Equal("ahoy", await host.Client.GetStringAsync("/common"));
        Assert.Equal("nested", await host.Client.GetStringAsync("/nested/other"));
        Assert.Equal("pier", await host.Client.GetStringAsync("/uses"));
        using var response = await host.Client.GetAsync("/module");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Theory]
    [InlineData("twilioserverless.config.js", "console.log('printed'); module.exports = { functionsFolder: 'code', assetsFolder: 'none', commands: { start: { env: 'start.env' } } };")]
    [InlineData(".twilioserverlessrc.yml", "functionsFolder: code\nassetsFolder: none\ncommands:\n  start: { env: start.env }\n")]
    [InlineData(".twilio-functions", """{ "functionsFolder": "code", "assetsFolder": "none", "commands": { "start": { "env": "start.env" } } }""")]
    public async Task Configuration_OfEachForm_IsFollowed(string name, string text)
    {
        _folder.Write(name, text);
        _folder.Write("start.env", "WORD=ahoy");
        _folder.Write("functions/other.js", "");
        _folder.Write("code/word.js", "exports.handler = (context, e, callback) => callback(null, context.WORD);");
        await using var host = await HostProcess.StartAsync(_folder.Path);

        Assert.Equal("ahoy", await host.Client.GetStringAsync("/word"));
        Assert.DoesNotContain("functions/other.js", host.Output, StringComparison.Ordinal);
        Assert.Equal(name == ".twilio-functions", host.Errors.Contains("older file", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Configuration_ThatThrows_IsOneLine()
    {
        _folder.Write("functions/a.js", "");
        var file = _folder.Write(".twilioserverlessrc.js", "\nthrow new Error('no harbour');");
        await using var host = await HostProcess.RunAsync("start", _folder.Path, "--port", "0");

        Assert.Equal(1, host.ExitCode);
        Assert.Equal($"{file}(2): can't be evaluated: no harbour.\n", host.Errors);
    }

    [Fact]
    public async Task Node_OfAnotherMajorThanTheRuntime_IsSaidOnce()
    {
        var major = new NodeInstallation(TestNode.Path, _folder.Path).Major;
        _folder.Write("functions/a.js", "exports.handler = (c, e, callback) => callback(null, 'a');");
        _folder.Write(".twilioserverlessrc", $"{{ runtime: '{(major == 22 ? "node20" : "node22")}' }}");
        await using var host = await HostProcess.StartAsync(_folder.Path, "--node", TestNode.Path);

        Assert.Equal("a", await host.Client.GetStringAsync("/a"));
        Assert.Single(host.Errors.Split('\n'), line => line.StartsWith("warning AHOY5019: the runtime is node", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
