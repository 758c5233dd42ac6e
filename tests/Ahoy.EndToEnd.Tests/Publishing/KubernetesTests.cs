using Ahoy.EndToEnd.Tests.Docs;
using Ahoy.TestSupport;
using k8s;
using k8s.Models;

namespace Ahoy.EndToEnd.Tests.Publishing;

/// <summary>The manifests that a publish of an image writes: valid by the schemas, without fields that there are none of, and without a value of <c>.env</c>.</summary>
public sealed class KubernetesTests(SdkPackage package)
{
    private const string Secret = "sk-not-for-anyone";

    [Fact]
    public async Task Deployment_IsValid_AndHasNamesAlone()
    {
        using var project = Create();

        var text = await WriteAsync(project, "-p:ContainerRegistry=registry.example.com", "-p:ContainerImageTag=7");

        Assert.Equal(["Deployment", "Service", "HorizontalPodAutoscaler"], await ValidateAsync(text));
        var documents = text.Split("---\n");
        var deployment = KubernetesYaml.Deserialize<V1Deployment>(documents[0], strict: true);
        KubernetesYaml.Deserialize<V1Service>(documents[1], strict: true);
        KubernetesYaml.Deserialize<V2HorizontalPodAutoscaler>(documents[2], strict: true);
        var container = Assert.Single(deployment.Spec.Template.Spec.Containers);
        Assert.Equal(("shop", "registry.example.com/shop:7"), (deployment.Metadata.Name, container.Image));
        Assert.Equal(["API_KEY", "GREETING", "ACCOUNT_SID", "AUTH_TOKEN"], container.Env.Select(e => e.Name));
        Assert.All(container.Env, e => Assert.Equal(("shop-variables", e.Name), (e.ValueFrom.SecretKeyRef.Name, e.ValueFrom.SecretKeyRef.Key)));
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.Equal([3000, 3002], container.Ports.Select(p => p.ContainerPort));
        foreach (var probe in new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe })
        {
            Assert.Equal("admin", probe.HttpGet.Port.Value);
        }

        Assert.Equal(
            [("prometheus.io/path", "/metrics"), ("prometheus.io/port", "3002"), ("prometheus.io/scrape", "true")],
            deployment.Spec.Template.Metadata.Annotations.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => (a.Key, a.Value)));
        Assert.Null(deployment.Spec.Replicas);
    }

    [Fact]
    public async Task Deployment_OfOneSize_HasNoAutoscaler()
    {
        using var project = Create();

        var text = await WriteAsync(project, "-p:AhoyKubernetesMinReplicas=2", "-p:AhoyKubernetesMaxReplicas=2");

        Assert.Equal(["Deployment", "Service"], await ValidateAsync(text));
        Assert.Equal(2, KubernetesYaml.Deserialize<V1Deployment>(text.Split("---\n")[0], strict: true).Spec.Replicas);
    }

    [Fact]
    public async Task Collector_IsTold_WithThePodsName()
    {
        using var project = Create();

        var text = await WriteAsync(project, "-p:AhoyCollector=http://otel-collector.monitoring:4317", "-p:AhoyCollectorProtocol=grpc");

        await ValidateAsync(text);
        var variables = KubernetesYaml.Deserialize<V1Deployment>(text.Split("---\n")[0], strict: true).Spec.Template.Spec.Containers[0].Env;
        Assert.Equal("http://otel-collector.monitoring:4317", Value("OTEL_EXPORTER_OTLP_ENDPOINT"));
        Assert.Equal("grpc", Value("OTEL_EXPORTER_OTLP_PROTOCOL"));
        Assert.Equal("shop", Value("OTEL_SERVICE_NAME"));
        Assert.Equal("k8s.pod.name=$(POD_NAME),k8s.namespace.name=$(POD_NAMESPACE)", Value("OTEL_RESOURCE_ATTRIBUTES"));
        Assert.Equal("metadata.name", variables.Single(v => v.Name == "POD_NAME").ValueFrom.FieldRef.FieldPath);
        // What is put into another variable has to stand before it.
        var names = variables.Select(v => v.Name).ToList();
        Assert.True(names.IndexOf("POD_NAME") < names.IndexOf("OTEL_RESOURCE_ATTRIBUTES"));

        string Value(string name) => variables.Single(v => v.Name == name).Value;
    }

    [Fact]
    public async Task Knative_IsValid_AndNeedsNoFlag()
    {
        using var project = Create();

        var text = await WriteAsync(project, "-p:AhoyKubernetes=knative", "-p:AhoyCollector=http://collector:4318", "-p:AhoyKubernetesMaxReplicas=5");

        Assert.Equal(["Service"], await ValidateAsync(text));
        Assert.Contains("apiVersion: serving.knative.dev/v1\n", text, StringComparison.Ordinal);
        var template = TemplateOf(text, out var concurrency);
        var container = Assert.Single(template.Spec.Containers);
        Assert.Equal("30", concurrency);
        Assert.Equal(("0", "5"), (template.Metadata.Annotations["autoscaling.knative.dev/min-scale"], template.Metadata.Annotations["autoscaling.knative.dev/max-scale"]));
        Assert.Equal("3002", template.Metadata.Annotations["prometheus.io/port"]);
        // One port, and nothing that asks for the pod.
        Assert.Equal(3000, Assert.Single(container.Ports).ContainerPort);
        Assert.Equal("3002", container.ReadinessProbe.HttpGet.Port.Value);
        Assert.DoesNotContain(container.Env, e => e.ValueFrom?.FieldRef is not null);
        Assert.Equal("http://collector:4318", container.Env.Single(e => e.Name == "OTEL_EXPORTER_OTLP_ENDPOINT").Value);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-p:AhoyKubernetes=helm", "AhoyKubernetes is 'helm': deployment, knative and none are known.")]
    [InlineData("-p:AhoyKubernetesName=My_Shop", "AhoyKubernetesName is 'My_Shop'")]
    [InlineData("-p:AhoyCollector=collector:4317", "AhoyCollector is 'collector:4317': the address of a collector begins with http:// or https://.")]
    [InlineData("-p:AhoyCollectorProtocol=zipkin", "AhoyCollectorProtocol is 'zipkin': http/protobuf and grpc are known.")]
    [InlineData("-p:AhoyKubernetesMinReplicas=30", "AhoyKubernetesMaxReplicas is '20': a number from 30 to 10000 is needed.")]
    public async Task Property_ThatCanNotBeUnderstood_IsNamed(string property, string message)
    {
        using var project = Create();

        var result = await project.DotnetAsync("build", "-t:AhoyKubernetes", "-tl:off", property);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("error AHOY6005: " + message, result.Output, StringComparison.Ordinal);
    }

    private OutsideProject Create()
    {
        var project = package.CreateProject("Shop");
        project.WriteFunction("hello.js");
        project.Write(".env", $"ACCOUNT_SID=AC0\nAUTH_TOKEN={Secret}\nAPI_KEY={Secret}\nGREETING=\"Hello: you\"\n");
        return project;
    }

    private static async Task<string> WriteAsync(OutsideProject project, params string[] properties)
    {
        var file = Path.Combine(project.Folder, "bin", "Debug", "net10.0", "shop.kubernetes.yaml");
        await project.BuildAsync(["-t:AhoyKubernetes", .. properties]);
        return await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
    }

    private static async Task<string[]> ValidateAsync(string text)
    {
        var folder = DeployPageTests.SchemasFolder;
        await NodePackages.InstallAsync(folder, TestContext.Current.CancellationToken);
        using var files = new TempFolder();
        var result = await ProcessRunner.RunAsync(
            "node", ["manifests.mjs", files.Write("manifests.yaml", text)], folder, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.ToString());
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    // A revision's pod is one of Kubernetes, with a field more.
    private static V1PodTemplateSpec TemplateOf(string text, out string concurrency)
    {
        const string Field = "      containerConcurrency: ";
        var lines = text.Split('\n').SkipWhile(line => line != "  template:").Skip(1).ToList();
        concurrency = lines.Single(line => line.StartsWith(Field, StringComparison.Ordinal))[Field.Length..];
        return KubernetesYaml.Deserialize<V1PodTemplateSpec>(string.Join('\n', lines.Where(line => !line.StartsWith(Field, StringComparison.Ordinal))), strict: true);
    }
}
