using System.Globalization;
using Ahoy.Model;

namespace Ahoy.Build.Kubernetes;

/// <summary>
/// A Service of Knative, which scales by requests, to none where there are none. It has one port, and no field of the pod that Knative allows only behind a flag: the variables that
/// ask for the pod's name are such.
/// </summary>
internal static class KnativeManifest
{
    public static IEnumerable<YamlMap> Of(ManifestSettings settings)
    {
        var annotations = PodParts.Annotations(settings);
        annotations.Add("autoscaling.knative.dev/min-scale", (settings.MinReplicas ?? 0).ToString(CultureInfo.InvariantCulture));
        annotations.Add("autoscaling.knative.dev/max-scale", settings.MaxReplicas.ToString(CultureInfo.InvariantCulture));
        yield return new()
        {
            { "apiVersion", "serving.knative.dev/v1" },
            { "kind", "Service" },
            { "metadata", new YamlMap { { "name", settings.Name } } },
            { "spec", new YamlMap { { "template", new YamlMap { { "metadata", new YamlMap { { "annotations", annotations } } }, { "spec", Pod(settings) } } } } },
        };
    }

    private static YamlMap Pod(ManifestSettings settings) => new()
    {
        { "automountServiceAccountToken", false },
        // As many invocations as the platform, and so the host, runs at once. More would be refused; Knative starts another one, and lets them wait.
        { "containerConcurrency", PlatformLimits.ConcurrentInvocations },
        {
            "containers", (YamlMap[])
            [
                new()
                {
                    { "name", "service" },
                    { "image", settings.Image },
                    { "ports", (YamlMap[])[new() { { "name", "http1" }, { "containerPort", settings.Port } }] },
                    { "env", PodParts.Variables(settings, tellsPod: false) },
                    { "readinessProbe", PodParts.Probe(settings.AdminPort, 5) },
                    { "livenessProbe", PodParts.Probe(settings.AdminPort, 10) },
                    { "resources", PodParts.Resources() },
                    { "securityContext", PodParts.SecurityContext() },
                    { "volumeMounts", PodParts.Mounts() },
                },
            ]
        },
        { "volumes", PodParts.Volumes() },
    };
}
