using System.Text;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Creating;

/// <summary>The first files of a service: those of <c>dotnet new ahoy</c>, which are part of this assembly, too.</summary>
internal static class ServiceTemplate
{
    /// <summary>Two Functions and an Asset.</summary>
    public const string Ordinary = "service";

    /// <summary>The same in TypeScript.</summary>
    public const string TypeScript = "service-ts";

    private const string Tests = "tests-js";

    private static readonly string[] s_withoutResources = ["functions/", "assets/"];

    /// <summary>What stands in the template, in names and in texts, where the service's name belongs.</summary>
    private const string Placeholder = "AhoyService";

    /// <summary>Writes the files: all of them, or none.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <param name="name">The service's name.</param>
    /// <param name="template">Which template.</param>
    /// <param name="isEmpty">Whether to leave out its Functions and Assets, and make the folders alone.</param>
    /// <param name="source">Where NuGet finds the SDK; null where that is known, or not to be known.</param>
    /// <param name="hasTests">Whether unit tests in JavaScript belong to it.</param>
    /// <returns>The files, relative to the folder.</returns>
    /// <exception cref="UserErrorException">The folder holds a project, or one of the files.</exception>
    public static IReadOnlyList<string> Write(string folder, string name, string template = Ordinary, bool isEmpty = false, SdkSource? source = null, bool hasTests = false)
    {
        var files = Read(name, template, isEmpty);
        if (hasTests)
        {
            // What the template has itself stays: its own test, its own package.json.
            foreach (var (file, text) in Read(name, Tests, isEmpty: false).Where(item => !isEmpty || !item.Key.EndsWith(".test.js", StringComparison.Ordinal)))
            {
                files.TryAdd(file, text);
            }
        }

        foreach (var file in files.Keys.ToList())
        {
            files[file] = ProjectFile.WithSdk(files[file], source);
        }

        if (source is not null)
        {
            files.Add(SdkSource.FileName, source.ToConfiguration());
        }

        if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.??proj").FirstOrDefault() is { } project)
        {
            throw new UserErrorException($"'{folder}' holds a project already: {Path.GetFileName(project)}. Name another folder.");
        }

        if (files.Keys.Where(file => Path.Exists(Path.Combine(folder, file))).ToList() is [_, ..] taken)
        {
            throw new UserErrorException($"'{folder}' holds {string.Join(", ", taken)} already. Name another folder, or move what is there away.");
        }

        var written = new List<string>();
        try
        {
            foreach (var (file, text) in files)
            {
                var path = Path.Combine(folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                written.Add(path);
                File.WriteAllText(path, text);
            }
        }
        catch
        {
            written.ForEach(File.Delete);
            throw;
        }

        if (isEmpty)
        {
            foreach (var empty in s_withoutResources)
            {
                Directory.CreateDirectory(Path.Combine(folder, empty));
            }
        }

        return [.. files.Keys];
    }

    private static SortedDictionary<string, string> Read(string name, string template, bool isEmpty)
    {
        var prefix = $"template/{template}/";
        var assembly = typeof(ServiceTemplate).Assembly;
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var file = resource[prefix.Length..].Replace('\\', '/');
            if (isEmpty && s_withoutResources.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)))
            {
                continue;
            }

            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            files.Add(Fill(file, name), Fill(reader.ReadToEnd(), name));
        }

        return files;
    }

    private static string Fill(string text, string name) => text.Replace(Placeholder, name, StringComparison.Ordinal);
}
