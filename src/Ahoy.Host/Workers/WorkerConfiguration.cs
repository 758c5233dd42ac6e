using System.Text.Json;
using Ahoy.Host.Environments;
using Ahoy.Model;

namespace Ahoy.Host.Workers;

/// <summary>Describes a served Environment to a worker: the content of the frame that makes it that served Environment's.</summary>
internal static class WorkerConfiguration
{
    /// <param name="served">The served Environment.</param>
    /// <param name="hostModules">The <c>node_modules</c> folder that the host brings.</param>
    /// <param name="options">What else it is told; nothing by default.</param>
    public static byte[] Create(ServedEnvironment served, string hostModules, WorkerOptions? options) =>
        WorkerFrames.Create(WorkerFrames.ToWorker.Configure, Describe(served, hostModules, options));

    /// <summary>The same, as JSON.</summary>
    /// <param name="served">The served Environment.</param>
    /// <param name="hostModules">The <c>node_modules</c> folder that the host brings.</param>
    /// <param name="options">What else it is told; nothing by default.</param>
    public static byte[] Describe(ServedEnvironment served, string hostModules, WorkerOptions? options)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("folder", served.WorkingFolder);
            json.WriteStartArray("moduleFolders");
            if (served.NodeModulesFolder is { } own)
            {
                json.WriteStringValue(own);
            }

            json.WriteStringValue(hostModules);
            json.WriteEndArray();
            if (served.PnpFile is { } pnp)
            {
                json.WriteString("pnp", pnp);
            }

            WriteVariables(json, served);
            WriteContext(json, served);
            WriteFiles(json, "functions", served, Functions(served.Build));
            WriteFiles(json, "assets", served, served.Build.Resources.Where(r => r is { Kind: ResourceKind.Asset, Visibility: Visibility.Private }));
            if (options?.Offline is { } offline)
            {
                WriteOffline(json, offline, served);
            }

            if (options is { TellsOutbound: true } or { Traces: true })
            {
                json.WriteBoolean("outbound", true);
                json.WriteBoolean("traces", options.Traces);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>The Functions of a Build in the order that their indices go by.</summary>
    public static IEnumerable<Resource> Functions(Build build) => build.Resources.Where(r => r.Kind == ResourceKind.Function);

    private static void WriteVariables(Utf8JsonWriter json, ServedEnvironment served)
    {
        json.WriteStartObject("variables");
        foreach (var (name, value) in served.Variables)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    // What `context` has for every Function. A variable of the Environment wins over what the platform would set, but for the
    // credentials of a served Environment, which are the account's.
    private static void WriteContext(Utf8JsonWriter json, ServedEnvironment served)
    {
        var context = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DOMAIN_NAME"] = served.DomainName,
            [AccountVariables.Sid] = null,
            [AccountVariables.AuthToken] = null,
        };
        AddIfSet(context, "SERVICE_SID", served.ServiceSid);
        AddIfSet(context, "ENVIRONMENT_SID", served.EnvironmentSid);
        AddIfSet(context, "TWILIO_REGION", served.Region);
        AddIfSet(context, "TWILIO_EDGE", served.Edge);
        foreach (var (name, value) in served.Variables)
        {
            context[name] = value;
        }

        if (served.IncludesCredentials)
        {
            AddIfSet(context, AccountVariables.Sid, served.AccountSid);
            AddIfSet(context, AccountVariables.AuthToken, served.AuthToken);
        }

        json.WriteStartObject("context");
        foreach (var (name, value) in context)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void WriteOffline(Utf8JsonWriter json, OfflineSeam offline, ServedEnvironment served)
    {
        json.WriteStartObject("offline");
        json.WriteNumber("port", offline.Port());
        json.WriteNumber("gatewayPort", offline.GatewayPort());
        json.WriteString("domainName", served.DomainName);
        json.WriteString("prefix", offline.PrefixOf(served));
        json.WriteBoolean("strict", offline.IsStrict);
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, string name, ServedEnvironment served, IEnumerable<Resource> resources)
    {
        json.WriteStartArray(name);
        foreach (var resource in resources)
        {
            json.WriteStartObject();
            json.WriteString("path", resource.Path);
            json.WriteString("file", served.FindFile(resource));
            if (served.IsDevelopment)
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
