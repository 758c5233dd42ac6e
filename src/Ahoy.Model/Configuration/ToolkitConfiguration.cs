using System.Globalization;
using System.Text;

namespace Ahoy.Model;

/// <summary>
/// The configuration of the Serverless Toolkit: <c>.twilioserverlessrc</c> (JSON5, YAML or a program), <c>twilioserverless.config.js</c>, the key
/// <c>twilioserverless</c> of package.json, or <c>.twilio-functions</c> of older versions. Page: Configuration and Meta Files.
/// </summary>
/// <remarks>
/// A value at the top counts unless <c>commands</c> has one for the command; that one counts unless <c>environments</c> has one for the
/// environment; and <c>projects</c>, by account and region (<c>AC…:ie1</c>) or by account alone, beats them all.
/// </remarks>
public sealed class ToolkitConfiguration
{
    private const string PackageKey = "twilioserverless";
    private const string DefaultRegion = "us1";

    private const string OlderFile = ".twilio-functions";

    private static readonly string[] s_files =
    [
        ".twilioserverlessrc", ".twilioserverlessrc.json", ".twilioserverlessrc.json5", ".twilioserverlessrc.yaml", ".twilioserverlessrc.yml",
        ".twilioserverlessrc.js", ".twilioserverlessrc.cjs", "twilioserverless.config.js", "twilioserverless.config.cjs",
    ];

    /// <summary>The names that the configuration's own file can have, the first that is there counts.</summary>
    public static IReadOnlyList<string> FileNames => s_files;

    private readonly Dictionary<string, object?> _values;

    private ToolkitConfiguration(string? file, Dictionary<string, object?> values)
    {
        File = file;
        _values = values;
    }

    /// <summary>What a project without a configuration has.</summary>
    public static ToolkitConfiguration Empty { get; } = new(null, []);

    /// <summary>The file that it was read from, absolute; null where the project has none.</summary>
    public string? File { get; }

    /// <summary>Whether it is a program, which is evaluated anew each time that it is read.</summary>
    public bool IsScript => File is not null && IsProgram(File);

    /// <summary>What there is to tell about where it comes from, in one sentence; null where there is nothing.</summary>
    public string? Note => Path.GetFileName(File) == OlderFile
        ? $"'{OlderFile}' is the Serverless Toolkit's older file, and is read as it is: move its options into '{s_files[0]}' and its SIDs into '.twiliodeployinfo' ('npx -p twilio-run twilio-upgrade-config' does the second), then remove it."
        : null;

    /// <summary>Finds and reads the configuration of a project.</summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <exception cref="ToolkitConfigurationException">It can't be read, or is not valid.</exception>
    public static ToolkitConfiguration Load(string projectFolder)
    {
        var folder = Path.GetFullPath(projectFolder);
        if (s_files.Select(name => Path.Combine(folder, name)).FirstOrDefault(System.IO.File.Exists) is { } file)
        {
            return LoadFile(file);
        }

        var package = Path.Combine(folder, PackageManifest.FileName);
        if (System.IO.File.Exists(package)
            && ReadText(package).Contains('"' + PackageKey + '"')
            && ReadObject(package).TryGetValue(PackageKey, out var value)
            && value is Dictionary<string, object?> values)
        {
            return new ToolkitConfiguration(package, values);
        }

        var older = Path.Combine(folder, OlderFile);
        return System.IO.File.Exists(older) ? LoadFile(older) : Empty;
    }

    /// <summary>Reads a configuration by its file, as the Toolkit's <c>--config</c> does.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ToolkitConfigurationException">It can't be read, or is not valid.</exception>
    public static ToolkitConfiguration LoadFile(string file)
    {
        var full = Path.GetFullPath(file);
        if (!System.IO.File.Exists(full))
        {
            throw new ToolkitConfigurationException(full, 0, "can't be read: there is no such file");
        }

        if (Path.GetFileName(full) == PackageManifest.FileName)
        {
            return new ToolkitConfiguration(full, ReadObject(full).TryGetValue(PackageKey, out var value) && value is Dictionary<string, object?> values ? values : []);
        }

        return new ToolkitConfiguration(full, IsProgram(full) ? ConfigurationScript.Evaluate(full) : ReadObject(full));
    }

    /// <summary>
    /// The environment that a command is about where nobody says: its domain suffix, empty for production; null where the file
    /// leaves it open.
    /// </summary>
    /// <param name="scope">For what it is asked, without an environment.</param>
    public string? GetEnvironment(ToolkitScope scope) => GetFlag("production", scope) == true ? "" : GetText("environment", scope);

    /// <summary>The text of a value (a number's in its shortest form), or null where it has none.</summary>
    /// <param name="name">The name, in camel case: <c>functionsFolder</c>.</param>
    /// <param name="scope">For what it is asked.</param>
    public string? GetText(string name, ToolkitScope scope) => Find(name, scope) switch
    {
        string text => text,
        double number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The truth of a value, or null where it has none.</summary>
    /// <param name="name">The name, in camel case: <c>production</c>.</param>
    /// <param name="scope">For what it is asked.</param>
    public bool? GetFlag(string name, ToolkitScope scope) => Find(name, scope) as bool?;

    private object? Find(string name, ToolkitScope scope)
    {
        // An empty suffix is production, which the file calls "*".
        var environment = scope.Environment is { Length: 0 } ? "*" : scope.Environment;
        return Scoped("projects", ProjectKey(scope), name)
            ?? Scoped("environments", environment, name)
            ?? Scoped("commands", scope.Command, name)
            ?? Value(_values, name);
    }

    // An entry for the region hides the one for the account alone, which is the default region's.
    private string? ProjectKey(ToolkitScope scope)
    {
        var regional = scope.AccountSid is null ? null : $"{scope.AccountSid}:{scope.Region ?? DefaultRegion}";
        return regional is not null && Value(_values, "projects") is Dictionary<string, object?> projects && projects.ContainsKey(regional)
            ? regional
            : scope.Region is null or DefaultRegion ? scope.AccountSid : null;
    }

    private object? Scoped(string kind, string? key, string name) =>
        key is not null
        && Value(_values, kind) is Dictionary<string, object?> scopes
        && Value(scopes, key) is Dictionary<string, object?> values
            ? Value(values, name)
            : null;

    private static object? Value(Dictionary<string, object?> values, string name) =>
        values.TryGetValue(name, out var value) ? value : null;

    private static bool IsProgram(string file) => Path.GetExtension(file) is ".js" or ".cjs";

    private static Dictionary<string, object?> ReadObject(string file)
    {
        try
        {
            return (Path.GetExtension(file) is ".yml" or ".yaml" ? YamlReader.Parse(ReadText(file), isTyped: true) ?? new Dictionary<string, object?>() : Json5Reader.Parse(ReadText(file)))
                as Dictionary<string, object?>
                ?? throw new ToolkitConfigurationException(file, 1, "an object is expected: { … }");
        }
        catch (Json5Exception e)
        {
            throw new ToolkitConfigurationException(file, e.Line, $"not valid JSON5: {e.Message}", e);
        }
        catch (YamlException e)
        {
            throw new ToolkitConfigurationException(file, e.Line, $"not valid YAML: {e.Message}", e);
        }
    }

    private static string ReadText(string file)
    {
        try
        {
            return System.IO.File.ReadAllText(file, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolkitConfigurationException(file, 0, $"can't be read: {e.Message}", e);
        }
    }
}
