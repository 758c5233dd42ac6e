namespace Ahoy.Build.Kubernetes;

/// <summary>A Deployment with its Service and, where its size varies, a HorizontalPodAutoscaler.</summary>
internal static class WorkloadManifest
{
    private const int DefaultReplicas = 3;

    public static IEnumerable<YamlMap> Of(ManifestSettings settings)
    {
        var replicas = settings.MinReplicas ?? Math.Min(DefaultReplicas, settings.MaxReplicas);
        var scales = settings.MaxReplicas > replicas;
        var labels = new YamlMap { { "app", settings.Name } };
        yield return new()
        {
            { "apiVersion", "apps/v1" },
            { "kind", "Deployment" },
            { "metadata", new YamlMap { { "name", settings.Name } } },
            {
                "spec", new YamlMap
                {
                    // Where an autoscaler says how many there are, applying this must not say something else.
                    { "replicas", scales ? null : replicas },
                    { "selector", new YamlMap { { "matchLabels", labels } } },
                    { "template", new YamlMap { { "metadata", new YamlMap { { "labels", labels }, { "annotations", PodParts.Annotations(settings) } } }, { "spec", Pod(settings) } } },
                }
            },
        };
        yield return new()
        {
            { "apiVersion", "v1" },
            { "kind", "Service" },
            { "metadata", new YamlMap { { "name", settings.Name } } },
            { "spec", new YamlMap { { "selector", labels }, { "ports", (YamlMap[])[new() { { "name", "http" }, { "port", 80 }, { "targetPort", "http" } }] } } },
        };
        if (scales)
        {
            yield return Autoscaler(settings, replicas);
        }
    }

    private static YamlMap Pod(ManifestSettings settings) => new()
    {
        { "automountServiceAccountToken", false },
        {
            "containers", (YamlMap[])
            [
                new()
                {
                    { "name", "service" },
                    { "image", settings.Image },
                    {
                        "ports", (YamlMap[])
                        [
                            new() { { "name", "http" }, { "containerPort", settings.Port } },
                            new() { { "name", "admin" }, { "containerPort", settings.AdminPort } },
                        ]
                    },
                    { "env", PodParts.Variables(settings, tellsPod: true) },
                    { "startupProbe", PodParts.Probe("admin", 1, 30) },
                    { "readinessProbe", PodParts.Probe("admin", 5) },
                    { "livenessProbe", PodParts.Probe("admin", 10) },
                    { "resources", PodParts.Resources() },
                    { "securityContext", PodParts.SecurityContext() },
                    { "volumeMounts", PodParts.Mounts() },
                },
            ]
        },
        { "volumes", PodParts.Volumes() },
    };

    private static YamlMap Autoscaler(ManifestSettings settings, int replicas) => new()
    {
        { "apiVersion", "autoscaling/v2" },
        { "kind", "HorizontalPodAutoscaler" },
        { "metadata", new YamlMap { { "name", settings.Name } } },
        {
            "spec", new YamlMap
            {
                { "scaleTargetRef", new YamlMap { { "apiVersion", "apps/v1" }, { "kind", "Deployment" }, { "name", settings.Name } } },
                { "minReplicas", replicas },
                { "maxReplicas", settings.MaxReplicas },
                {
                    "metrics", (YamlMap[])
                    [
                        new()
                        {
                            { "type", "Resource" },
                            { "resource", new YamlMap { { "name", "cpu" }, { "target", new YamlMap { { "type", "Utilization" }, { "averageUtilization", 70 } } } } },
                        },
                    ]
                },
            }
        },
    };
}
