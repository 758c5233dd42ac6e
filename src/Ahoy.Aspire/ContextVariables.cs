using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Ahoy.Aspire;

/// <summary>Tells the host which of its variables are the Functions': those that the app host's code has set, and not what is there for the host itself.</summary>
internal static class ContextVariables
{
    // The host's side is Commands/HostVariables.
    private const string Names = "AHOY_VARIABLES";

    private static readonly string[] s_ofTheHost = ["OTEL_", "DOTNET_", "ASPNETCORE_", "ASPIRE_", "AHOY_", "SSL_CERT_", "LOGGING__CONSOLE__"];

    /// <summary>Called once all else is set: what is set after it would be missing.</summary>
    public static void AddTo(IResourceBuilder<TwilioFunctionsResource> functions) => functions.WithEnvironment(context =>
    {
        var names = context.EnvironmentVariables.Keys.Where(name => !s_ofTheHost.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
        context.EnvironmentVariables[Names] = string.Join(',', names.Order(StringComparer.Ordinal));
    });
}
