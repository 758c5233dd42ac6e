using System.CommandLine;
using System.Text.Json;
using Ahoy.Host.Environments;
using Ahoy.Host.Workers;

namespace Ahoy.Host.Commands;

/// <summary>
/// <c>ahoy test-module</c>: what unit tests of Functions ask before they run them in their own process: where the module is that gives <c>handler('/path')</c>, and what
/// the project's Functions, Assets and variables are.
/// </summary>
internal static class TestModuleCommand
{
    private static readonly string s_module = Path.Combine(AppContext.BaseDirectory, "Workers", "node", "testing.js");

    public static Command Create() => StartCommand.Extend(
        new Command("test-module", "Tells unit tests how to run the project's Functions in their own process.") { Hidden = true },
        findings: null,
        (_, settings, cancellation) => new StartRunner(settings with { Port = settings.Port ?? 0, IsLive = false, IsAnnounced = false, Page = null }, TimeProvider.System, look: Write).RunAsync(cancellation));

    private static void Write(ServedEnvironment served)
    {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("module", s_module);
        json.WritePropertyName("configuration");
        json.WriteRawValue(WorkerConfiguration.Describe(served, HostModules.Folder, options: null));
        json.WriteEndObject();
    }
}
