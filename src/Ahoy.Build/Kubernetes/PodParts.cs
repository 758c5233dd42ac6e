using System.Globalization;
using Ahoy.Model;

namespace Ahoy.Build.Kubernetes;

/// <summary>What a Deployment and a Knative Service have in common.</summary>
internal static class PodParts
{
    // The user of the image, and what the host needs at least.
    private const int User = 1654;

    // The values of an account, which the host takes where they are there, and of a collector that asks for a header.
    private static readonly string[] s_account = [AccountVariables.Sid, AccountVariables.AuthToken];
    private const string CollectorHeaders = "OTEL_EXPORTER_OTLP_HEADERS";

    /// <summary>What a Prometheus looks for that finds its targets by the pods' annotations.</summary>
    public static YamlMap Annotations(ManifestSettings settings) => new()
    {
        { "prometheus.io/scrape", "true" },
        { "prometheus.io/port", settings.AdminPort.ToString(CultureInfo.InvariantCulture) },
        { "prometheus.io/path", "/metrics" },
    };

    /// <summary>The variables: names alone, whose values the secret has, and those of the collector.</summary>
    /// <param name="settings">The service.</param>
    /// <param name="tellsPod">Whether a variable may ask for the pod's name.</param>
    public static List<YamlMap> Variables(ManifestSettings settings, bool tellsPod)
    {
        var variables = settings.Variables.Except(s_account).Select(name => Secret(settings, name, isOptional: false)).ToList();
        variables.AddRange(s_account.Select(name => Secret(settings, name, isOptional: true)));
        if (settings.Collector is not { } collector)
        {
            return variables;
        }

        variables.Add(new() { { "name", "OTEL_EXPORTER_OTLP_ENDPOINT" }, { "value", collector } });
        variables.Add(new() { { "name", "OTEL_EXPORTER_OTLP_PROTOCOL" }, { "value", settings.Protocol } });
        variables.Add(Secret(settings, CollectorHeaders, isOptional: true));
        variables.Add(new() { { "name", "OTEL_SERVICE_NAME" }, { "value", settings.Name } });
        if (tellsPod)
        {
            variables.Add(Field("POD_NAME", "metadata.name"));
            variables.Add(Field("POD_NAMESPACE", "metadata.namespace"));
            // Kubernetes puts in what stands above.
            variables.Add(new() { { "name", "OTEL_RESOURCE_ATTRIBUTES" }, { "value", "k8s.pod.name=$(POD_NAME),k8s.namespace.name=$(POD_NAMESPACE)" } });
        }

        return variables;
    }

    /// <summary>What it needs, and no more than that.</summary>
    public static YamlMap Resources() => new()
    {
        { "requests", new YamlMap { { "cpu", "250m" }, { "memory", "256Mi" } } },
        { "limits", new YamlMap { { "memory", "1Gi" } } },
    };

    /// <summary>No rights beyond those of a program that only reads its image and writes to <c>/tmp</c>.</summary>
    public static YamlMap SecurityContext() => new()
    {
        { "runAsNonRoot", true },
        { "runAsUser", User },
        { "readOnlyRootFilesystem", true },
        { "allowPrivilegeEscalation", false },
        { "capabilities", new YamlMap { { "drop", (string[])["ALL"] } } },
        { "seccompProfile", new YamlMap { { "type", "RuntimeDefault" } } },
    };

    /// <summary>The folder of temporary files, which Functions have on the platform as well.</summary>
    public static List<YamlMap> Mounts() => [new() { { "name", "temporary" }, { "mountPath", "/tmp" } }];

    /// <summary>What <see cref="Mounts"/> mounts.</summary>
    public static List<YamlMap> Volumes() => [new() { { "name", "temporary" }, { "emptyDir", new YamlMap() } }];

    /// <summary>A question to the admin address.</summary>
    public static YamlMap Probe(object port, int period, int? failures = null) => new()
    {
        { "httpGet", new YamlMap { { "port", port }, { "path", "/" } } },
        { "periodSeconds", period },
        { "failureThreshold", failures },
    };

    private static YamlMap Secret(ManifestSettings settings, string name, bool isOptional) => new()
    {
        { "name", name },
        { "valueFrom", new YamlMap { { "secretKeyRef", new YamlMap { { "name", settings.SecretName }, { "key", name }, { "optional", isOptional ? true : null } } } } },
    };

    private static YamlMap Field(string name, string path) => new()
    {
        { "name", name },
        { "valueFrom", new YamlMap { { "fieldRef", new YamlMap { { "fieldPath", path } } } } },
    };
}
