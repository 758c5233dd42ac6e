using Ahoy.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Build;

/// <summary>
/// The items <c>_AhoySetting</c>, one for each property of a service (<c>Ahoy.Properties.targets</c> lists them): the property's name, its
/// <c>Value</c>, and in <c>Named</c> what somebody named that must exist therefore.
/// </summary>
internal static class SettingItems
{
    private const string ValueMetadata = "Value";
    private const string NamedMetadata = "Named";
    private const string NamedByMetadata = "NamedBy";

    // What counts in the end, by the property's name; a property that is not here stays as it is.
    private static readonly Dictionary<string, Func<ProjectSettings, string?>> s_counted = new(StringComparer.Ordinal)
    {
        ["AhoyServiceName"] = settings => settings.ServiceName,
        ["AhoyServiceSid"] = settings => settings.ServiceSid,
        ["AhoyRuntime"] = settings => settings.Runtime,
        ["AhoyFunctionsFolder"] = settings => settings.Layout.FunctionsFolder,
        ["AhoyAssetsFolder"] = settings => settings.Layout.AssetsFolder,
        ["AhoyEnvFile"] = settings => settings.EnvFile,
        ["AhoyDeployEnvFile"] = settings => settings.DeployEnvFile,
        ["AhoyPort"] = settings => settings.Port,
        ["AhoyEnvironment"] = settings => settings.Environment,
    };

    /// <summary>What counts, once the configuration has been read.</summary>
    /// <param name="items">The items.</param>
    public static GivenSettings Read(IReadOnlyList<ITaskItem> items) => Read(items, ValueMetadata, leavesEnvironment: false);

    /// <summary>What the project says itself, before the configuration has been read: folders that exist may have their usual values by then.</summary>
    /// <param name="items">The items.</param>
    /// <param name="leavesEnvironment">Whether it leaves the Environment to the configuration.</param>
    public static GivenSettings ReadNamed(IReadOnlyList<ITaskItem> items, bool leavesEnvironment) => Read(items, NamedMetadata, leavesEnvironment);

    /// <summary>The items with what counts.</summary>
    public static ITaskItem[] Write(IReadOnlyList<ITaskItem> items, ProjectSettings settings) => [.. items.Select(item => Write(item, settings))];

    /// <summary>The files and folders that must exist, each once.</summary>
    public static IReadOnlyList<NamedFile> NamedFiles(IEnumerable<ITaskItem> items) =>
    [
        .. items
            .Where(item => item.GetMetadata(NamedMetadata).Length > 0)
            .Select(item => new NamedFile(
                item.GetMetadata(NamedMetadata), item.GetMetadata(NamedByMetadata) is { Length: > 0 } source ? source : item.ItemSpec))
            .GroupBy(named => named.Path, StringComparer.Ordinal)
            .Select(group => group.First()),
    ];

    private static GivenSettings Read(IReadOnlyList<ITaskItem> items, string fileMetadata, bool leavesEnvironment) => new()
    {
        Names = SettingNames.Properties,
        ServiceName = ValueOf(items, "AhoyServiceName"),
        ServiceSid = ValueOf(items, "AhoyServiceSid"),
        Runtime = ValueOf(items, "AhoyRuntime"),
        CompilesTypeScript = !string.Equals(ValueOf(items, "AhoyTypeScript"), "false", StringComparison.OrdinalIgnoreCase),
        Bundles = string.Equals(ValueOf(items, "AhoyBundle"), "true", StringComparison.OrdinalIgnoreCase),
        FunctionsFolder = ValueOf(items, "AhoyFunctionsFolder", fileMetadata),
        AssetsFolder = ValueOf(items, "AhoyAssetsFolder", fileMetadata),
        EnvFile = ValueOf(items, "AhoyEnvFile", fileMetadata),
        DeployEnvFile = ValueOf(items, "AhoyDeployEnvFile", fileMetadata),
        Port = ValueOf(items, "AhoyPort"),
        Environment = leavesEnvironment ? null : ValueOf(items, "AhoyEnvironment"),
        AccountSid = ValueOf(items, "AhoyAccountSid"),
        Region = ValueOf(items, "AhoyRegion"),
    };

    private static ITaskItem Write(ITaskItem item, ProjectSettings settings)
    {
        var written = new TaskItem(item);
        if (!s_counted.TryGetValue(item.ItemSpec, out var find))
        {
            return written;
        }

        var value = find(settings) ?? "";
        var literal = (ITaskItem2)written;
        literal.SetMetadataValueLiteral(ValueMetadata, value);

        // Of two settings that name one file, the first is enough.
        if (item.GetMetadata(NamedMetadata).Length == 0
            && IsFile(item.ItemSpec)
            && settings.NamedFiles.FirstOrDefault(named => named.Path.TrimEnd('/') == value) is { } configured
            && configured.Source == settings.ConfigurationName)
        {
            literal.SetMetadataValueLiteral(NamedMetadata, configured.Path);
            literal.SetMetadataValueLiteral(NamedByMetadata, configured.Source);
        }

        return written;
    }

    private static bool IsFile(string property) =>
        property is "AhoyFunctionsFolder" or "AhoyAssetsFolder" or "AhoyEnvFile" or "AhoyDeployEnvFile";

    private static string ValueOf(IEnumerable<ITaskItem> items, string property, string metadata = ValueMetadata) =>
        items.FirstOrDefault(item => item.ItemSpec == property)?.GetMetadata(metadata) ?? "";
}
