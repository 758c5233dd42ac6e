using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ahoy.Build.Kubernetes;
using Ahoy.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Build;

/// <summary>Writes the manifests with which a cluster runs a service's image. No value of a variable is in them, only where it is to be found.</summary>
public sealed class WriteKubernetesManifest : Task
{
    private const string Code = "AHOY6005";
    private static readonly Regex s_name = new("^[a-z](?:[a-z0-9-]{0,48}[a-z0-9])?$", RegexOptions.CultureInvariant);
    private static readonly Regex s_key = new("^[A-Za-z0-9._-]+$", RegexOptions.CultureInvariant);

    /// <summary>The file to write.</summary>
    [Required]
    public string OutputFile { get; set; } = "";

    /// <summary><c>deployment</c> or <c>knative</c>.</summary>
    [Required]
    public string Form { get; set; } = "";

    /// <summary>The name of what is made in the cluster.</summary>
    [Required]
    public string Name { get; set; } = "";

    /// <summary>The image, with its tag.</summary>
    [Required]
    public string Image { get; set; } = "";

    /// <summary>The file with the variables; only their names are read.</summary>
    public string EnvFile { get; set; } = "";

    /// <summary>The port of the service.</summary>
    [Required]
    public string Port { get; set; } = "";

    /// <summary>The port of the admin address.</summary>
    [Required]
    public string AdminPort { get; set; } = "";

    /// <summary>How few there are.</summary>
    public string MinReplicas { get; set; } = "";

    /// <summary>How many there can be.</summary>
    [Required]
    public string MaxReplicas { get; set; } = "";

    /// <summary>The address of an OpenTelemetry collector; empty for none.</summary>
    public string Collector { get; set; } = "";

    /// <summary>How the collector is spoken to.</summary>
    [Required]
    public string Protocol { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var isKnative = Form == "knative";
        Check(isKnative || Form == "deployment", "AhoyKubernetes", Form, "deployment, knative and none are known");
        Check(s_name.IsMatch(Name), "AhoyKubernetesName", Name, "a name has up to 50 small letters, digits and '-', and begins with a letter");
        Check(Protocol is "http/protobuf" or "grpc", "AhoyCollectorProtocol", Protocol, "http/protobuf and grpc are known");
        Check(
            Collector.Length == 0 || (Uri.TryCreate(Collector, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"),
            "AhoyCollector", Collector, "the address of a collector begins with http:// or https://");
        var port = Number("AhoyPort", Port, 1, 65_535);
        var adminPort = Number("AhoyContainerAdminPort", AdminPort, 1, 65_535);
        var min = MinReplicas.Length == 0 ? (int?)null : Number("AhoyKubernetesMinReplicas", MinReplicas, isKnative ? 0 : 1, 10_000);
        var max = Number("AhoyKubernetesMaxReplicas", MaxReplicas, Math.Max(1, min ?? 1), 10_000);
        var variables = ReadNames();
        if (Log.HasLoggedErrors)
        {
            return false;
        }

        var settings = new ManifestSettings(Name, Image, variables, port, adminPort, min, max, Collector.Length == 0 ? null : Collector, Protocol);
        var documents = (isKnative ? KnativeManifest.Of(settings) : WorkloadManifest.Of(settings)).Select(YamlWriter.Write);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(OutputFile))!);
            AtomicFile.Write(Path.GetFullPath(OutputFile), Encoding.UTF8.GetBytes(Heading(settings) + string.Join("---\n", documents)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.LogError(null, Code, null, OutputFile, 0, 0, 0, 0, $"can't be written: {e.Message}");
        }

        return !Log.HasLoggedErrors;
    }

    private static string Heading(ManifestSettings settings) =>
        "# Made by Ahoy; the next publish writes it anew. The values of the variables come from a secret of yours:\n" +
        $"# kubectl create secret generic {settings.SecretName} --from-env-file=FILE\n";

    private string[] ReadNames()
    {
        if (EnvFile.Length == 0 || !File.Exists(EnvFile))
        {
            return [];
        }

        var names = Model.EnvFile.Load(EnvFile).Variables.Select(variable => variable.Name).ToArray();
        foreach (var name in names.Where(name => !s_key.IsMatch(name)))
        {
            Log.LogError(null, Code, null, EnvFile, 0, 0, 0, 0, $"the variable '{name}' can't be a key of a secret: letters, digits, '.', '_' and '-' can");
        }

        return names;
    }

    private int Number(string property, string value, int least, int most)
    {
        var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;
        Check(isNumber, property, value, FormattableString.Invariant($"a number from {least} to {most} is needed"));
        return number;
    }

    private void Check(bool isRight, string property, string value, string hint)
    {
        if (!isRight)
        {
            Log.LogError(null, Code, null, null, 0, 0, 0, 0, $"{property} is '{value}': {hint}.");
        }
    }
}
