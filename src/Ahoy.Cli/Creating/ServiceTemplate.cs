using System.Text;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Creating;

/// <summary>The first files of a service: those of <c>dotnet new ahoy</c>, which are part of this assembly, too.</summary>
internal static class ServiceTemplate
{
    private const string Prefix = "template/";

    /// <summary>What stands in the template, in names and in texts, where the service's name belongs.</summary>
    private const string Placeholder = "AhoyService";

    /// <summary>Writes the files: all of them, or none.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <param name="name">The service's name.</param>
    /// <returns>The files, relative to the folder.</returns>
    /// <exception cref="UserErrorException">The folder holds a project, or one of the files.</exception>
    public static IReadOnlyList<string> Write(string folder, string name)
    {
        var files = Read(name);
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

        return [.. files.Keys];
    }

    private static SortedDictionary<string, string> Read(string name)
    {
        var assembly = typeof(ServiceTemplate).Assembly;
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            files.Add(Fill(resource[Prefix.Length..].Replace('\\', '/'), name), Fill(reader.ReadToEnd(), name));
        }

        return files;
    }

    private static string Fill(string text, string name) => text.Replace(Placeholder, name, StringComparison.Ordinal);
}
