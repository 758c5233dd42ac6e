using System.Text.Json.Nodes;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Workers;

public sealed class RuntimeClientTests(RuntimeClientTests.Service service) : IClassFixture<RuntimeClientTests.Service>
{
    [Fact]
    public async Task GetAssets_HasThePrivateOnesAlone() =>
        Assert.Equal("""["/data/names.json","/hidden.txt"]""", await EvaluateAsync("Object.keys(Runtime.getAssets()).sort()"));

    [Fact]
    public async Task GetAssets_OpensTheContent()
    {
        Assert.Equal("\"grün\"", await EvaluateAsync("Runtime.getAssets()['/hidden.txt'].open()"));
        Assert.Equal("[\"Ada\"]", await EvaluateAsync("JSON.parse((0, Runtime.getAssets()['/data/names.json'].open)())"));
    }

    [Fact]
    public async Task GetAssets_HasAPathThatCanBeRead() =>
        Assert.Equal("\"grün\"", await EvaluateAsync("require('fs').readFileSync(Runtime.getAssets()['/hidden.txt'].path, 'utf8')"));

    [Fact]
    public async Task GetFunctions_HasAllOfThem() =>
        Assert.Equal(
            """["compiled","guarded","helpers/zoltar","import","relative-module","run"]""",
            await EvaluateAsync("Object.keys(Runtime.getFunctions()).sort()"));

    [Fact]
    public async Task GetFunctions_HasAPathThatCanBeRequired() =>
        Assert.Equal("\"a riddle\"", await EvaluateAsync("require(Runtime.getFunctions()['helpers/zoltar'].path).ask()"));

    [Fact]
    public async Task Modules_OfTheProjectAndOfNpm_CanBeRequired()
    {
        Assert.Equal("\"from npm\"", await EvaluateAsync("require('some-package')"));
        Assert.Equal("\"relative\"", await EvaluateAsync("require('./relative-module.js')"));
    }

    [Fact]
    public async Task EsModules_CanBeImported() =>
        Assert.Equal("from esm", await service.GetTextAsync("/import"));

    [Fact]
    public async Task SourceMaps_AreUsedInStackTraces()
    {
        using var response = await service.Client.GetAsync("/compiled");

        var stack = (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["stack"];
        Assert.Contains("original.ts:3:", stack, StringComparison.Ordinal);
    }

    private async Task<string> EvaluateAsync(string expression)
    {
        using var response = await service.Client.GetAsync("/run?expression=" + Uri.EscapeDataString(expression));
        return await response.Content.ReadAsStringAsync();
    }

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/run.js"] = """
            exports.handler = (context, event, callback) => {
              const value = new Function('require', `return ${event.expression}`)(require);
              callback(null, new Twilio.Response().setBody(JSON.stringify(value)));
            };
            """,
        ["functions/guarded.protected.js"] = "exports.handler = () => {};",
        ["functions/helpers/zoltar.private.js"] = "exports.ask = () => 'a riddle';",
        ["functions/import.js"] = """
            exports.handler = async (context, event, callback) => {
              const { default: value } = await import('esm-package');
              callback(null, value);
            };
            """,
        ["functions/relative-module.js"] = "module.exports = 'relative';",

        // Line 1 of the compiled code is line 3 of the source.
        ["functions/compiled.js"] = """
            exports.handler = () => { throw new Error('mapped'); };
            //# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbIm9yaWdpbmFsLnRzIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiJBQUVBIn0=
            """,
        ["assets/hidden.private.txt"] = "grün",
        ["assets/data/names.private.json"] = "[\"Ada\"]",
        ["assets/public.txt"] = "public",
        ["assets/guarded.protected.txt"] = "guarded",
        ["node_modules/some-package/index.js"] = "module.exports = 'from npm';",
        ["node_modules/esm-package/package.json"] = """{"name":"esm-package","type":"module","exports":"./index.js"}""",
        ["node_modules/esm-package/index.js"] = "export default 'from esm';",
    });
}
