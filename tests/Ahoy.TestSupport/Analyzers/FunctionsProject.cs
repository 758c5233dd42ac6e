using System.Text;
using Ahoy.Model;

namespace Ahoy.TestSupport.Analyzers;

/// <summary>A project of Functions in memory: the files that its build hands to the compiler, and what it says of them.</summary>
public sealed class FunctionsProject
{
    /// <summary>The folder in which the project pretends to lie.</summary>
    public const string Folder = "/project";

    private const string GlobalMark = "is_global = true\n";

    private readonly List<(string Path, string Text)> _files = [];
    private readonly StringBuilder _metadata = new(GlobalMark);

    /// <summary>Where the build writes its summary of the project.</summary>
    public static string SummaryPath { get; } = PathOf("obj/ahoy/" + ProjectSummaryText.FileName);

    /// <summary>Where the SDK writes what the build says of files.</summary>
    public static string MetadataPath { get; } = PathOf("obj/Sample.GeneratedMSBuildEditorConfig.editorconfig");

    /// <summary>The additional files.</summary>
    public IReadOnlyList<(string Path, string Text)> Files => _files;

    /// <summary>What the build says of them, as the SDK writes it for the compiler.</summary>
    public string Metadata => _metadata.ToString();

    /// <summary>Adds a Function or an Asset; its folder and name say which.</summary>
    /// <param name="file">The file relative to the project: <c>functions/sms/reply.protected.js</c>.</param>
    /// <param name="text">Its text.</param>
    public FunctionsProject AddResource(string file, string text)
    {
        var resource = ResourceOf(file);
        _metadata.Append(
            $"""
            [{PathOf(file)}]
            build_metadata.AdditionalFiles.AhoyKind = {resource.Kind}
            build_metadata.AdditionalFiles.AhoyVisibility = {resource.Visibility}
            build_metadata.AdditionalFiles.AhoyPath = {resource.Path}

            """);
        return AddFile(file, text);
    }

    /// <summary>Adds any other file.</summary>
    public FunctionsProject AddFile(string file, string text)
    {
        _files.Add((PathOf(file), text));
        return this;
    }

    /// <summary>Adds the baseline that the project names.</summary>
    /// <param name="file">The file relative to the project.</param>
    /// <param name="text">Its text.</param>
    public FunctionsProject AddBaseline(string file, string text)
    {
        // Properties come before the first section.
        _metadata.Insert(GlobalMark.Length, $"build_property.AhoyBaseline = {file}\n");
        _metadata.Append($"[{PathOf(file)}]\nbuild_metadata.AdditionalFiles.AhoyKind = baseline\n");
        return AddFile(file, text);
    }

    /// <summary>Says what the project has besides the files.</summary>
    public FunctionsProject AddSummary(ProjectSummary summary)
    {
        _files.Add((SummaryPath, ProjectSummaryText.Write(summary)));
        return this;
    }

    /// <summary>The resource that a file's folder and name make it.</summary>
    public static ProjectResource ResourceOf(string file)
    {
        var kind = file.StartsWith("functions/", StringComparison.Ordinal) ? ResourceKind.Function : ResourceKind.Asset;
        var path = ResourcePath.FromFile(kind, file[(file.IndexOf('/') + 1)..]);
        return new ProjectResource(kind, path.Visibility, file, path.Value);
    }

    /// <summary>Where a file of the project pretends to lie.</summary>
    public static string PathOf(string file) => $"{Folder}/{file}";
}
