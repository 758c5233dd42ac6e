using Ahoy.Bundling;
using Ahoy.Bundling.Severities;
using Ahoy.Model;

namespace Ahoy.Build;

/// <summary>What the tasks that read a whole service have in common: what else belongs to it, and how severe its problems are.</summary>
public abstract class ServiceTask : ResourceTask
{
    private KnownContents? _known;

    /// <summary>Whether the items are what lies in the folders (<c>EnableDefaultAhoyItems</c>).</summary>
    public bool DefaultItems { get; set; }

    /// <summary><c>NoWarn</c>.</summary>
    public string NoWarn { get; set; } = "";

    /// <summary><c>WarningsAsErrors</c>.</summary>
    public string WarningsAsErrors { get; set; } = "";

    /// <summary><c>WarningsNotAsErrors</c>.</summary>
    public string WarningsNotAsErrors { get; set; } = "";

    /// <summary><c>TreatWarningsAsErrors</c>.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>The <c>.editorconfig</c> and <c>.globalconfig</c> files of the build.</summary>
    public string[] ConfigFiles { get; set; } = [];

    /// <summary>The file that keeps what is known of contents, for the next build.</summary>
    public string ContentsFile { get; set; } = "";

    private KnownContents? Known => ContentsFile.Length == 0
        ? null
        : _known ??= KnownContents.Load(Path.Combine(ProjectFolder, ContentsFile), DateTime.UtcNow);

    private protected BuildCandidate ReadCandidate(ICollection<Problem> problems)
    {
        var input = new ProjectInput(Counted, Path.GetFileNameWithoutExtension(ProjectFile), [.. ReadResources(problems)])
        {
            ResourcesAreThoseOfTheFolders = DefaultItems,
            Known = Known,
            EnvironmentFiles = [.. new[] { Counted.EnvFile, Counted.DeployEnvFile }.Distinct()],
            NamedFiles = SettingItems.NamedFiles(Settings),
        };
        return CandidateReader.Read(input, problems);
    }

    private protected void KeepKnown() => _known?.Save();

    private protected ProblemLog CreateLog()
    {
        var files = ConfigFiles.Where(File.Exists).Select(file => SettingsFile.Parse(Path.GetFullPath(file), File.ReadAllText(file)));
        var settings = new SeveritySettings(
            NoWarn, WarningsAsErrors, WarningsNotAsErrors, TreatWarningsAsErrors, new SettingsSet(files));
        return new ProblemLog(this, settings, ProjectFolder, ProjectFile);
    }
}
