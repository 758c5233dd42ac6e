using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Deploy;
using Ahoy.Model;

namespace Ahoy.Cli.Deploying;

/// <summary>Tells the result of a deploy: in words, or as JSON with the names that the Serverless Toolkit's has.</summary>
internal static class DeployReport
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    public static void Write(DeployResult result, bool json, TextWriter output)
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
        foreach (var endpoint in result.Endpoints)
        {
            output.WriteLine($"  {(endpoint.Visibility == Visibility.Protected ? "protected" : "public   ")}  {endpoint.Url}");
        }

        if (result.PreviousBuildSid is { } previous && previous != result.BuildSid)
        {
            output.WriteLine($"To go back: ahoy promote --service-sid {result.ServiceSid} --build-sid {previous} --environment {Target(result)}");
        }
    }

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
        .. result.Endpoints.Where(e => e.Kind == kind).Select(e => new JsonObject
        {
            ["access"] = e.Visibility.ToString().ToLowerInvariant(),
            ["path"] = e.Path,
            ["url"] = e.Url.ToString(),
        }),
    ];
}
