using Ahoy.OpenApi;
using Ahoy.Simulator.Rest.Documents;
using Ahoy.TestSupport;

namespace Ahoy.Simulator.Tests.Rest;

public sealed class ApiDocumentsTests
{
    private static readonly string s_file = Repository.Combine("src", "Ahoy.Simulator", "Rest", "Documents", "twilio.openapi");

    [Fact]
    public void Embedded_HasTheDocumentsOfThePackage()
    {
        var documents = ApiDocuments.Embedded;
        Assert.Equal($"{OpenApiPackage.Name}@{OpenApiPackage.Version}", documents.Source);
        Assert.Equal(71, documents.Entries.Count);
        Assert.Equal(1695, documents.Entries.Sum(entry => entry.Operations));
        Assert.All(documents.Entries, entry => Assert.Equal(entry.Operations, entry.Document.Paths.Sum(path => path.Operations.Length)));
        Assert.True(new FileInfo(s_file).Length < 200_000);
    }

    [Fact]
    public async Task CheckedInFile_IsWhatThePackageCompilesTo()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Rest", "Clients");
        try
        {
            await NodePackages.InstallAsync(folder, TestContext.Current.CancellationToken);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("npm is not on this machine.");
        }

        var compiled = CompiledFile.Write(OpenApiCompiler.Compile(OpenApiPackage.Documents(folder), OpenApiPackage.Source(folder)));
        var checkedIn = await File.ReadAllBytesAsync(s_file, TestContext.Current.CancellationToken);
        Assert.True(
            compiled.SequenceEqual(checkedIn),
            "twilio.openapi is not what its package compiles to: dotnet run --project build/repo/OpenApi");
    }

    [Theory]
    [InlineData("api.twilio.com", "/2010-04-01/Accounts/AC1/Messages.json", "/2010-04-01/Accounts/{AccountSid}/Messages.json")]
    [InlineData("api.twilio.com", "/2010-04-01/Accounts/AC1/Messages", "/2010-04-01/Accounts/{AccountSid}/Messages.json")]
    [InlineData("api.twilio.com", "/2010-04-01/Accounts/AC1/IncomingPhoneNumbers/Local.json", "/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/Local.json")]
    [InlineData("api.twilio.com", "/2010-04-01/Accounts/AC1/IncomingPhoneNumbers/PN1.json", "/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}.json")]
    [InlineData("studio.twilio.com", "/v2/Flows/Validate", "/v2/Flows/Validate")]
    [InlineData("chat.twilio.com", "/v2/Services", "/v2/Services")]
    [InlineData("content.twilio.com", "/v2/Content", "/v2/Content")]
    public void Route_FindsTheClosestTemplate(string host, string path, string template)
    {
        Assert.Equal(template, ApiDocuments.Embedded.Route(host, "GET", path, out _)?.Template);
    }

    [Fact]
    public void Route_GivesDecodedParameters()
    {
        ApiDocuments.Embedded.Route("sync.twilio.com", "GET", "/v1/Services/IS1/Maps/a%20b/Items/%2Fk.json", out var values);
        Assert.Equal(new Dictionary<string, string> { ["ServiceSid"] = "IS1", ["MapSid"] = "a b", ["Key"] = "/k.json" }, values);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("//")]
    [InlineData("/v1")]
    [InlineData("/v1//Documents")]
    [InlineData("/v1/Services/IS1/Documents/ET1/Nonsense")]
    public void Route_OfNothing_IsNull(string path)
    {
        Assert.Null(ApiDocuments.Embedded.Route("sync.twilio.com", "GET", path, out _));
    }

    [Fact]
    public void Compiler_FlattensAllOfAndEndsRecursion()
    {
        const string json = """
            {"servers":[{"url":"https://tree.twilio.com"}],"components":{"schemas":{
              "named":{"type":"object","properties":{"sid":{"type":"string","pattern":"^TR[0-9a-fA-F]{32}$"}},"required":["sid"]},
              "node":{"allOf":[{"$ref":"#/components/schemas/named"},{"properties":{"children":{"type":"array","items":{"$ref":"#/components/schemas/node"}}}}]}}},
             "paths":{"/v1/Nodes":{"post":{"operationId":"CreateNode","responses":{"201":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/node"}}}}}}}}}
            """;
        var compiled = OpenApiCompiler.Compile("tree", json);
        Assert.Equal(("tree.twilio.com", 1), (compiled.Host, compiled.Operations));
        var answer = DocumentReader.Read("tree", compiled.Host, compiled.Content).Paths.Single().Operations.Single().Answer!;
        Assert.Equal(["sid", "children"], answer.Properties.Select(property => property.Name));
        Assert.True(answer.Properties[0].Required);
        Assert.Same(answer, answer.Find("children")!.Items);
    }
}
