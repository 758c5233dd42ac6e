using Ahoy.Cli.Output;
using Ahoy.Api;

namespace Ahoy.Cli.Listing;

/// <summary>What of each kind of resource can be shown.</summary>
internal static class Lists
{
    public static IReadOnlyList<Column<ServiceResource>> Services { get; } =
    [
        new("sid", s => s.Sid),
        new("unique_name", s => s.UniqueName),
        new("friendly_name", s => s.FriendlyName, IsDefault: false),
        new("domain_base", s => s.DomainBase),
        new("date_created", s => Date(s.DateCreated), IsDefault: false),
        new("date_updated", s => Date(s.DateUpdated)),
        new("account_sid", s => s.AccountSid, IsDefault: false),
        new("url", s => s.Url, IsDefault: false),
    ];

    public static IReadOnlyList<Column<EnvironmentResource>> Environments { get; } =
    [
        new("sid", e => e.Sid),
        new("domain_suffix", e => e.DomainSuffix),
        new("unique_name", e => e.UniqueName),
        new("domain_name", e => e.DomainName),
        new("build_sid", e => e.BuildSid),
        new("date_created", e => Date(e.DateCreated), IsDefault: false),
        new("date_updated", e => Date(e.DateUpdated), IsDefault: false),
        new("service_sid", e => e.ServiceSid, IsDefault: false),
        new("account_sid", e => e.AccountSid, IsDefault: false),
        new("url", e => e.Url, IsDefault: false),
    ];

    public static IReadOnlyList<Column<BuildResource>> Builds { get; } =
    [
        new("sid", b => b.Sid),
        new("status", b => b.Status.ToString().ToLowerInvariant()),
        new("runtime", b => b.Runtime),
        new("date_created", b => Date(b.DateCreated)),
        new("functions", b => FormattableString.Invariant($"{b.FunctionVersions.Count}")),
        new("assets", b => FormattableString.Invariant($"{b.AssetVersions.Count}")),
        new("date_updated", b => Date(b.DateUpdated), IsDefault: false),
        new("service_sid", b => b.ServiceSid, IsDefault: false),
        new("url", b => b.Url, IsDefault: false),
    ];

    public static IReadOnlyList<Column<VersionResource>> Versions { get; } =
    [
        new("path", v => v.Path),
        new("visibility", v => v.Visibility.ToString().ToLowerInvariant()),
        new("sid", v => v.Sid),
        new("function_sid", v => v.FunctionSid, IsDefault: false),
        new("asset_sid", v => v.AssetSid, IsDefault: false),
        new("date_created", v => Date(v.DateCreated)),
    ];

    /// <summary>Values are shown only where the user names them: not even with all properties.</summary>
    public static IReadOnlyList<Column<VariableResource>> Variables { get; } =
    [
        new("key", v => v.Key),
        new("sid", v => v.Sid),
        new("date_updated", v => Date(v.DateUpdated)),
        new("value", v => v.Value, IsDefault: false, IsSecret: true),
        new("date_created", v => Date(v.DateCreated), IsDefault: false),
        new("environment_sid", v => v.EnvironmentSid, IsDefault: false),
    ];

    public static IReadOnlyList<Column<LogResource>> Logs { get; } =
    [
        new("date_created", l => Date(l.DateCreated)),
        new("level", l => l.Level),
        new("message", l => l.Message),
        new("function_sid", l => l.FunctionSid),
        new("request_sid", l => l.RequestSid, IsDefault: false),
        new("deployment_sid", l => l.DeploymentSid, IsDefault: false),
        new("sid", l => l.Sid, IsDefault: false),
    ];

    private static string Date(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
