using System.Xml.Linq;

namespace Ahoy.Design.Tests.Parts;

/// <summary>A part of Ahoy: a project below <c>src</c>, by the name of its folder without <c>Ahoy.</c>.</summary>
internal sealed class Part
{
    private const string Prefix = "Ahoy.";

    private readonly XDocument _project;

    private Part(string projectFile)
    {
        ProjectFile = projectFile;
        Name = Path.GetFileNameWithoutExtension(projectFile)[Prefix.Length..];
        _project = XDocument.Load(projectFile);
    }

    /// <summary>All that are here, in alphabetical order.</summary>
    public static IReadOnlyList<Part> All { get; } =
    [
        .. Directory.GetDirectories(Repository.Combine("src"))
            .SelectMany(folder => Directory.GetFiles(folder, "*.csproj"))
            .Order(StringComparer.Ordinal)
            .Select(file => new Part(file)),
    ];

    /// <summary>Those that have C# of their own.</summary>
    public static IEnumerable<Part> WithCode => All.Where(part => part.Property("EnableDefaultItems") != "false");

    public string Name { get; }

    public string ProjectFile { get; }

    public string Folder => Path.GetDirectoryName(ProjectFile)!;

    public string AssemblyName => Property("AssemblyName") ?? Prefix + Name;

    /// <summary>The assembly as it is built beside these tests: in their configuration.</summary>
    public string AssemblyFile
    {
        get
        {
            var configuration = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;
            return Path.Combine(Folder, "bin", configuration, Property("TargetFramework")!, AssemblyName + ".dll");
        }
    }

    /// <summary>The parts that the project file refers to, by any kind of reference.</summary>
    public IEnumerable<string> References =>
        _project.Descendants("ProjectReference")
            .Select(reference => (string?)reference.Attribute("Include"))
            .OfType<string>()
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..]);

    /// <summary>The C# files of the part, generated ones left out.</summary>
    public IEnumerable<string> Sources => SourceFiles.Below(Folder).Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>The value of a property in the project file itself.</summary>
    public string? Property(string name) => _project.Descendants(name).LastOrDefault()?.Value;

    public override string ToString() => Name;
}
