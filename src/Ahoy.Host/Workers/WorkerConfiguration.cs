using System.Text.Json;
using Ahoy.Host.Deployments;
using Ahoy.Model;

namespace Ahoy.Host.Workers;

/// <summary>Describes a deployment to a worker: the content of the frame that makes it that deployment's.</summary>
internal static class WorkerConfiguration
{
    /// <param name="deployment">The deployment.</param>
    /// <param name="hostModules">The <c>node_modules</c> folder that the host brings.</param>
    /// <param name="offline">Where requests for Twilio are answered on this machine, if they are.</param>
    public static byte[] Create(Deployment deployment, string hostModules, OfflineSeam? offline)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("folder", deployment.WorkingFolder);
            json.WriteStartArray("moduleFolders");
            if (deployment.NodeModulesFolder is { } own)
            {
                json.WriteStringValue(own);
            }

            json.WriteStringValue(hostModules);
            json.WriteEndArray();
            WriteVariables(json, deployment);
            WriteContext(json, deployment);
            WriteFiles(json, "functions", deployment, Functions(deployment.Build));
            WriteFiles(json, "assets", deployment, deployment.Build.Resources.Where(r => r is { Kind: ResourceKind.Asset, Visibility: Visibility.Private }));
            if (offline is not null)
            {
                WriteOffline(json, offline, deployment);
            }

            json.WriteEndObject();
        }

        return WorkerFrames.Create(WorkerFrames.ToWorker.Configure, buffer.ToArray());
    }

    /// <summary>The Functions of a Build in the order that their indices go by.</summary>
    public static IEnumerable<Resource> Functions(Build build) => build.Resources.Where(r => r.Kind == ResourceKind.Function);

    private static void WriteVariables(Utf8JsonWriter json, Deployment deployment)
    {
        json.WriteStartObject("variables");
        foreach (var (name, value) in deployment.Variables)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    // What `context` has for every Function. A variable of the Environment wins over what the platform would set, but for the
    // credentials of a deployment, which are the account's.
    private static void WriteContext(Utf8JsonWriter json, Deployment deployment)
    {
        var context = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DOMAIN_NAME"] = deployment.DomainName,
            ["ACCOUNT_SID"] = null,
            ["AUTH_TOKEN"] = null,
        };
        AddIfSet(context, "SERVICE_SID", deployment.ServiceSid);
        AddIfSet(context, "ENVIRONMENT_SID", deployment.EnvironmentSid);
        foreach (var (name, value) in deployment.Variables)
        {
            context[name] = value;
        }

        if (deployment.IncludesCredentials)
        {
            AddIfSet(context, "ACCOUNT_SID", deployment.AccountSid);
            AddIfSet(context, "AUTH_TOKEN", deployment.AuthToken);
        }

        json.WriteStartObject("context");
        foreach (var (name, value) in context)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void WriteOffline(Utf8JsonWriter json, OfflineSeam offline, Deployment deployment)
    {
        json.WriteStartObject("offline");
        json.WriteNumber("port", offline.Port());
        json.WriteNumber("gatewayPort", offline.GatewayPort());
        json.WriteString("domainName", deployment.DomainName);
        json.WriteString("prefix", offline.PrefixOf(deployment));
        json.WriteBoolean("strict", offline.IsStrict);
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, string name, Deployment deployment, IEnumerable<Resource> resources)
    {
        json.WriteStartArray(name);
        foreach (var resource in resources)
        {
            json.WriteStartObject();
            json.WriteString("path", resource.Path);
            json.WriteString("file", deployment.FindFile(resource));
            if (deployment.IsDevelopment)
            {
                json.WriteNumber("size", resource.Size);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void AddIfSet(Dictionary<string, string?> context, string name, string? value)
    {
        if (value is not null)
        {
            context[name] = value;
        }
    }
}
