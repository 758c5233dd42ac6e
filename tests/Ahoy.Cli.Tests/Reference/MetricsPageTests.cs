using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text;
using Ahoy.Host.Logs;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Reference;

/// <summary>docs/reference/metrics.md, made from the instruments of the host's meter.</summary>
public sealed class MetricsPageTests
{
    [Fact]
    public void Page_OfTheMetrics_IsWhatTheMeterHas()
    {
        var instruments = new List<Instrument>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == HostTelemetry.Name)
            {
                instruments.Add(instrument);
            }
        };
        RuntimeHelpers.RunClassConstructor(typeof(HostTelemetry).TypeHandle);
        listener.Start();

        var text = new StringBuilder($"The meter is `{HostTelemetry.Name}`. [Observing](../observing.md) shows how to collect them.\n\n| metric | kind | unit | what it tells |\n|---|---|---|---|\n");
        foreach (var instrument in instruments.OrderBy(instrument => instrument.Name, StringComparer.Ordinal))
        {
            text.Append($"| `{instrument.Name}` | {instrument.GetType().Name.Split('`')[0]} | {instrument.Unit} | {ReferencePage.Cell(instrument.Description)} |\n");
        }

        Assert.NotEmpty(instruments);
        ReferencePage.Check("metrics.md", "Ahoy.Cli.Tests", "Metrics", text.ToString());
    }
}
