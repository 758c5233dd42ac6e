namespace Ahoy.Host.Telemetry;

/// <summary>
/// What OpenTelemetry's standard variables say of where traces, metrics and logs go. What is not here (sampler, resource attributes, batches, time limits) the library
/// reads by itself.
/// </summary>
/// <param name="Traces">Where traces go; null for nowhere.</param>
/// <param name="Metrics">Where metrics go.</param>
/// <param name="Logs">Where logs go.</param>
/// <param name="NamesService">Whether the variables say how the service is called.</param>
internal sealed record TelemetrySettings(SignalSettings? Traces, SignalSettings? Metrics, SignalSettings? Logs, bool NamesService)
{
    /// <summary>Where traces, metrics and logs are sent, and how: ENDPOINT, PROTOCOL, HEADERS and the other standard names.</summary>
    private const string Prefix = "OTEL_EXPORTER_OTLP_";

    /// <summary>true switches OpenTelemetry off.</summary>
    private const string DisabledVariable = "OTEL_SDK_DISABLED";

    /// <summary>The service's name in traces, metrics and logs.</summary>
    private const string ServiceNameVariable = "OTEL_SERVICE_NAME";

    /// <summary>Further attributes of all traces, metrics and logs, as name=value with commas.</summary>
    private const string ResourceAttributesVariable = "OTEL_RESOURCE_ATTRIBUTES";

    /// <summary>The settings of this process; null where nothing is to be sent, which is the case without an endpoint.</summary>
    /// <exception cref="FormatException">A variable can't be understood.</exception>
    public static TelemetrySettings? OfProcess() => Read(Environment.GetEnvironmentVariable);

    /// <param name="variable">Gives a variable's value, or null.</param>
    /// <exception cref="FormatException">A variable can't be understood.</exception>
    public static TelemetrySettings? Read(Func<string, string?> variable)
    {
        if (string.Equals(variable(DisabledVariable)?.Trim(), "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var settings = new TelemetrySettings(
            ReadSignal(variable, "TRACES"),
            ReadSignal(variable, "METRICS"),
            ReadSignal(variable, "LOGS"),
            Given(variable, ServiceNameVariable) is not null || HasServiceName(Given(variable, ResourceAttributesVariable)));
        return settings is { Traces: null, Metrics: null, Logs: null } ? null : settings;
    }

    private static SignalSettings? ReadSignal(Func<string, string?> variable, string signal)
    {
        var exporter = Given(variable, $"OTEL_{signal}_EXPORTER");
        if (exporter is not (null or "otlp"))
        {
            return exporter == "none" ? null : throw new FormatException($"OTEL_{signal}_EXPORTER: \"{exporter}\" is not known here; \"otlp\" and \"none\" are.");
        }

        var (name, protocol) = Own(variable, signal, "PROTOCOL");
        var isGrpc = protocol switch
        {
            null or "http/protobuf" => false,
            "grpc" => true,
            _ => throw new FormatException($"{name}: \"{protocol}\" is not known here; \"http/protobuf\" and \"grpc\" are."),
        };
        var headers = Own(variable, signal, "HEADERS").Value;
        var (endpointName, endpoint) = Own(variable, signal, "ENDPOINT");
        if (endpoint is null)
        {
            return null;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new FormatException($"{endpointName}: not the address of a collector, which begins with http:// or https://.");
        }

        // The common address is the beginning of each signal's; a signal's own is taken as it is.
        return new SignalSettings(isGrpc || endpointName != Prefix + "ENDPOINT" ? address : WithPath(address, signal), isGrpc, headers);
    }

    private static Uri WithPath(Uri address, string signal) =>
        new UriBuilder(address) { Path = $"{address.AbsolutePath.TrimEnd('/')}/v1/{signal.ToLowerInvariant()}" }.Uri;

    private static (string Name, string? Value) Own(Func<string, string?> variable, string signal, string name)
    {
        var own = $"{Prefix}{signal}_{name}";
        return Given(variable, own) is { } value ? (own, value) : (Prefix + name, Given(variable, Prefix + name));
    }

    // The specification says that an empty one counts as none.
    private static string? Given(Func<string, string?> variable, string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;

    private static bool HasServiceName(string? attributes) =>
        attributes?.Split(',').Any(attribute => attribute.TrimStart().StartsWith("service.name=", StringComparison.Ordinal)) == true;
}
