using System.Globalization;
using System.Text;
using Ahoy.Bundling;
using Ahoy.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Build;

/// <summary>
/// Makes of the items that were evaluated what the project's resources are: those of the folders that count in the end, each with its
/// <c>Path</c> and <c>Visibility</c>; and says in which state all of it is.
/// </summary>
/// <remarks>
/// It runs in every build, with or without a configuration of the Serverless Toolkit. What it does, it does for each item: MSBuild's own
/// functions would take some hundred times as long, in each of a build's three evaluations.
/// </remarks>
public sealed class ResolveResources : ResourceTask
{
    /// <summary>The folder that the Functions were searched in: <c>.</c> for all of the project, because its configuration names the folder.</summary>
    public string SearchedFunctionsFolder { get; set; } = "";

    /// <summary>The same for the Assets.</summary>
    public string SearchedAssetsFolder { get; set; } = "";

    /// <summary>Folders of the project that were not searched.</summary>
    public string[] UnsearchedFolders { get; set; } = [];

    /// <summary>Whether the folders are searched at all (<c>EnableDefaultAhoyItems</c>).</summary>
    public bool DefaultItems { get; set; }

    /// <summary>Files that a Build depends on beside its resources; they may be missing.</summary>
    public string[] Files { get; set; } = [];

    /// <summary>Anything else that it depends on.</summary>
    public string OtherState { get; set; } = "";

    /// <summary>The Functions.</summary>
    [Output]
    public ITaskItem[] ResolvedFunctions { get; private set; } = [];

    /// <summary>The Assets.</summary>
    [Output]
    public ITaskItem[] ResolvedAssets { get; private set; } = [];

    /// <summary>What the analyzers read: the Functions, the private scripts and the XML Assets.</summary>
    [Output]
    public ITaskItem[] Sources { get; private set; } = [];

    /// <summary>A hash of which resources there are, where and who can reach them, of the other files, and of the settings.</summary>
    [Output]
    public string ListState { get; private set; } = "";

    /// <summary>A hash of the same and of the resources' times and sizes.</summary>
    [Output]
    public string State { get; private set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var functions = new ResourceSearch(ResourceKind.Function, Counted.Layout, SearchedFunctionsFolder, UnsearchedFolders);
        var assets = new ResourceSearch(ResourceKind.Asset, Counted.Layout, SearchedAssetsFolder, UnsearchedFolders);
        var resolved = functions.Resolve(Functions, DefaultItems);
        resolved.AddRange(assets.Resolve(Assets, DefaultItems));

        var list = new StringBuilder(OtherState).Append('\n');
        foreach (var setting in Settings)
        {
            list.Append(setting.GetMetadata("OfBuild") == "true" ? setting.GetMetadata("Value") : "").Append('\n');
        }

        foreach (var file in Files.Concat([Counted.EnvFile, Counted.DeployEnvFile]).Distinct())
        {
            Append(list.Append(file), new FileInfo(Path.Combine(ProjectFolder, file)));
        }

        var times = new StringBuilder();
        foreach (var resource in resolved)
        {
            list.Append(resource.File.FullPath).Append('\t').Append(resource.File.Path).Append('\t').Append((int)resource.File.Visibility).Append('\n');
            Append(times, new FileInfo(resource.File.FullPath));
            if (resource.File.Kind == ResourceKind.Function)
            {
                // The one that most name; of another one a build without the compiler's memory tells.
                Append(times, new FileInfo(resource.File.FullPath + SourceMaps.Extension));
            }
        }

        ListState = Hash(list.ToString());
        State = Hash(ListState + times);
        ResolvedFunctions = ItemsOf(resolved, ResourceKind.Function);
        ResolvedAssets = ItemsOf(resolved, ResourceKind.Asset);
        Sources = [.. resolved.Where(resource => IsSource(resource.File)).SelectMany(resource => OriginalsOf(resource.File).Prepend(MakeSource(resource)))];
        return true;
    }

    private static ITaskItem[] ItemsOf(IEnumerable<ResolvedResource> resources, ResourceKind kind) =>
        [.. resources.Where(resource => resource.File.Kind == kind).Select(resource => resource.Item)];

    // Calls are followed through XML Assets, whoever can reach them.
    private static bool IsSource(ResourceFile file) =>
        file.Kind == ResourceKind.Function
        || (file.Visibility == Visibility.Private && HasExtension(file, ResourcePath.FunctionExtension))
        || HasExtension(file, ".xml");

    private static bool HasExtension(ResourceFile file, string extension) => file.FullPath.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private static ITaskItem MakeSource(ResolvedResource resource)
    {
        var item = new TaskItem(((ITaskItem2)resource.Item).EvaluatedIncludeEscaped);
        ITaskItem2 literal = item;
        literal.SetMetadataValueLiteral("AhoyKind", resource.File.Kind == ResourceKind.Function ? "function" : "asset");
        literal.SetMetadataValueLiteral("AhoyPath", resource.File.Path);
        literal.SetMetadataValueLiteral("AhoyVisibility", ResourceItems.NameOf(resource.File.Visibility));
        return item;
    }

    // A map leads from compiled code to what it was compiled from, and the rules tell there what they find.
    private IEnumerable<ITaskItem> OriginalsOf(ResourceFile file)
    {
        var map = file.FullPath + SourceMaps.Extension;
        if (Counted.Layout.TypeScript is not { } project || !File.Exists(map))
        {
            return [];
        }

        var output = project.OutputOf(file.Kind);
        var source = ProjectPath.IsBelow(output, file.FullPath)
            ? Path.Combine(project.SourcesOf(file.Kind), file.FullPath.Substring(output.Length + 1))
            : file.FullPath;
        return new[] { ".ts", ".tsx" }
            .Select(extension => Path.ChangeExtension(source, extension))
            .Where(File.Exists)
            .Take(1)
            .Prepend(map)
            .Select(path => (ITaskItem)new TaskItem(ResourceItems.Escape(path)));
    }

    private static void Append(StringBuilder text, FileInfo file)
    {
        if (file.Exists)
        {
            text.Append('\t').Append(file.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture))
                .Append('\t').Append(file.Length.ToString(CultureInfo.InvariantCulture));
        }

        text.Append('\n');
    }

    private static string Hash(string text) => ContentHash.Of(Encoding.UTF8.GetBytes(text)).Substring(0, 16);
}
