using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Deploy;
using Ahoy.Model;

namespace Ahoy.Cli.Deploying;

/// <summary>Tells the result of a deploy: in words, or as JSON with the names that the Serverless Toolkit's has.</summary>
internal static class DeployReport
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>Writes it.</summary>
    /// <param name="result">What the deploy has led to.</param>
    /// <param name="json">Whether as JSON, which has each resource.</param>
    /// <param name="listsAll">Whether the words name each resource; else many of them are summed up by folder.</param>
    /// <param name="output">Takes it.</param>
    /// <param name="listAll">How whoever reads it says that each is to be named.</param>
    public static void Write(DeployResult result, bool json, bool listsAll, TextWriter output, string listAll = ResourceGroups.ListAllOption)
    {
        if (json)
        {
            output.WriteLine(Json(result).ToJsonString(s_indented));
            return;
        }

        output.WriteLine();
        output.WriteLine(
            FormattableString.Invariant(
                $"Deployed {result.ServiceName} to {result.DomainName} in {result.Elapsed.TotalSeconds:0.0} s: {result.BuildSid}, {result.Uploaded} uploaded, {result.Unchanged} unchanged."));
        var groups = ResourceGroups.Of(result.Endpoints, e => (e.Kind, e.Visibility, e.Path));
        foreach (var (visibility, url) in listsAll ? result.Endpoints.Select(e => (e.Visibility, e.Url.ToString())) : groups.Select(group => Describe(group, listAll)))
        {
            output.WriteLine($"  {(visibility == Visibility.Protected ? "protected" : "public   ")}  {url}");
        }

        if (result.PreviousBuildSid is { } previous && previous != result.BuildSid)
        {
            output.WriteLine($"To go back: ahoy promote --service-sid {result.ServiceSid} --build-sid {previous} --environment {Target(result)}");
        }
    }

    private static (Visibility Visibility, string Url) Describe(ResourceGroup<DeployedEndpoint> group, string listAll) => group.Resources is [var single]
        ? (single.Visibility, single.Url.ToString())
        : (group.Visibility, $"{new Uri(group.Resources[0].Url, group.Folder)}  {group.Count} ({listAll} lists them)");

    private static string Target(DeployResult result) => result.EnvironmentSuffix.Length == 0 ? result.EnvironmentSid : result.EnvironmentSuffix;

    private static JsonObject Json(DeployResult result) => new()
    {
        ["domain"] = result.DomainName,
        ["serviceName"] = result.ServiceName,
        ["serviceSid"] = result.ServiceSid,
        ["environmentSuffix"] = result.EnvironmentSuffix,
        ["environmentSid"] = result.EnvironmentSid,
        ["buildSid"] = result.BuildSid,
        ["previousBuildSid"] = result.PreviousBuildSid,
        ["runtime"] = result.Runtime,
        ["uploaded"] = result.Uploaded,
        ["unchanged"] = result.Unchanged,
        ["functions"] = Endpoints(result, ResourceKind.Function),
        ["assets"] = Endpoints(result, ResourceKind.Asset),
    };

    private static JsonArray Endpoints(DeployResult result, ResourceKind kind) =>
    [
        .. result.Endpoints.Where(e => e.Kind == kind).Select(JsonNode (e) => new JsonObject
        {
            ["access"] = e.Visibility.ToString().ToLowerInvariant(),
            ["path"] = e.Path,
            ["url"] = e.Url.ToString(),
        }),
    ];
}
