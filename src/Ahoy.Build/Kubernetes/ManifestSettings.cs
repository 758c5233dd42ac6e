namespace Ahoy.Build.Kubernetes;

/// <summary>What a service's manifests are made of.</summary>
/// <param name="Name">The name of all that is made in the cluster.</param>
/// <param name="Image">The image, with its tag.</param>
/// <param name="Variables">The names of the variables of <c>.env</c>.</param>
/// <param name="Port">The port of the service.</param>
/// <param name="AdminPort">The port of the admin address.</param>
/// <param name="MinReplicas">How few there are; null for the form's default.</param>
/// <param name="MaxReplicas">How many there can be.</param>
/// <param name="Collector">The address of an OpenTelemetry collector; null for none.</param>
/// <param name="Protocol">How it is spoken to.</param>
internal sealed record ManifestSettings(
    string Name, string Image, IReadOnlyList<string> Variables, int Port, int AdminPort, int? MinReplicas, int MaxReplicas, string? Collector, string Protocol)
{
    /// <summary>The secret that has the values of the variables.</summary>
    public string SecretName => Name + "-variables";
}
