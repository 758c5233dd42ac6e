using System.Runtime.CompilerServices;
using Ahoy.Host.Logs;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ahoy.Host.Telemetry;

/// <summary>Sends traces, metrics and logs to a collector by OTLP, from its start until it is disposed. Where nothing is sent, no assembly of OpenTelemetry is loaded.</summary>
internal sealed class TelemetryExport : IDisposable
{
    private const int StopTime = 3000;

    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;
    private readonly ILoggerFactory? _logs;

    private TelemetryExport(TelemetrySettings settings, string serviceName)
    {
        if (settings.Traces is { } traces)
        {
            _traces = OpenTelemetry.Sdk.CreateTracerProviderBuilder()
                .ConfigureResource(resource => Name(resource, settings, serviceName))
                .AddSource(HostTelemetry.Name)
                .AddOtlpExporter(options => Apply(traces, options))
                .Build();
        }

        if (settings.Metrics is { } metrics)
        {
            _metrics = OpenTelemetry.Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(resource => Name(resource, settings, serviceName))
                .AddMeter(HostTelemetry.Name)
                .AddOtlpExporter(options => Apply(metrics, options))
                .Build();
        }

        if (settings.Logs is { } logs)
        {
            _logs = LoggerFactory.Create(builder => builder.AddOpenTelemetry(options =>
            {
                var resource = ResourceBuilder.CreateDefault();
                Name(resource, settings, serviceName);
                options.IncludeFormattedMessage = true;
                options.SetResourceBuilder(resource).AddOtlpExporter(exporter => Apply(logs, exporter));
            }));
        }
    }

    /// <summary>Begins to send what the variables ask for; null where they ask for nothing.</summary>
    /// <param name="settings">What the variables ask for.</param>
    /// <param name="serviceName">The name of what is served, unless the variables have one.</param>
    public static TelemetryExport? Start(TelemetrySettings? settings, string serviceName) => settings is null ? null : Create(settings, serviceName);

    /// <summary>A log that is sent as well as written.</summary>
    public ILogSink Join(ILogSink log) => _logs is null ? log : new ExportedLog(log, _logs.CreateLogger(HostTelemetry.Name));

    /// <summary>Sends what is left, and ends. A collector that does not answer is not waited for long.</summary>
    public void Dispose()
    {
        _traces?.Shutdown(StopTime);
        _metrics?.Shutdown(StopTime);
        _traces?.Dispose();
        _metrics?.Dispose();
        _logs?.Dispose();
    }

    // Apart, so that who calls Start loads nothing of it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TelemetryExport Create(TelemetrySettings settings, string serviceName) => new(settings, serviceName);

    private static void Name(ResourceBuilder resource, TelemetrySettings settings, string serviceName)
    {
        if (!settings.NamesService)
        {
            resource.AddService(serviceName);
        }
    }

    private static void Apply(SignalSettings signal, OtlpExporterOptions options)
    {
        options.Protocol = signal.IsGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = signal.Endpoint;
        options.Headers = signal.Headers;
    }
}
