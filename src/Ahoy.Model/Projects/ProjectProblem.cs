namespace Ahoy.Model;

/// <summary>
/// What keeps a project from being read. A build reports it as an error of its id; a command writes it as a line. These are no rules
/// of the platform, and no setting turns them off.
/// </summary>
public sealed class ProjectProblem
{
    /// <summary>A warning: dotenv's versions read a variable of an environment file differently.</summary>
    public const string EnvironmentDifference = "AHOY5017";

    /// <summary>A line of an environment file can't be read.</summary>
    public const string EnvironmentLine = "AHOY5101";

    /// <summary>package.json, or its lock file, can't be read.</summary>
    public const string Manifest = "AHOY5102";

    /// <summary>Something below the Functions or Assets folder can't be a resource.</summary>
    public const string Resource = "AHOY5103";

    /// <summary>There is neither a Function nor an Asset.</summary>
    public const string EmptyService = "AHOY5104";

    /// <summary>The configuration of the Serverless Toolkit can't be read.</summary>
    public const string Configuration = "AHOY5107";

    /// <summary>A folder or file that the project names does not exist.</summary>
    public const string Missing = "AHOY5108";

    /// <summary>The baseline that the project names can't be read.</summary>
    public const string Baseline = "AHOY5109";

    /// <summary>The project's TypeScript can't be compiled. What is wrong in the code, the compiler says under ids of its own.</summary>
    public const string TypeScript = "AHOY5112";

    /// <summary>The project's Functions can't be bundled.</summary>
    public const string Bundle = "AHOY5110";

    /// <summary>The script that fills the Assets folder failed.</summary>
    public const string AssetsScript = "AHOY5111";

    /// <summary>Describes a problem.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="message">What is wrong and what to do, without a full stop.</param>
    /// <param name="file">The file, relative to the project; null where it is about the project as a whole.</param>
    /// <param name="line">The line in the file, from 1, or 0.</param>
    public ProjectProblem(string id, string message, string? file = null, int line = 0)
    {
        Id = id;
        Message = message;
        File = file;
        Line = line;
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>What is wrong and what to do.</summary>
    public string Message { get; }

    /// <summary>The file, or null.</summary>
    public string? File { get; }

    /// <summary>The line, from 1, or 0.</summary>
    public int Line { get; }

    /// <summary>The problem as a line of a command's: <c>.env(2): '=' is missing …</c></summary>
    public override string ToString() => Locate(File, Line, Message);

    /// <summary>The problem with its file relative to another folder; one without a file names the project's folder.</summary>
    /// <param name="folder">The project's folder as the other one sees it; a dot where they are the same.</param>
    public ProjectProblem In(string folder) =>
        new(Id, Message, File is null ? folder : folder == "." ? File : $"{folder.TrimEnd('/')}/{File}", Line);

    internal static string Locate(string? file, int line, string message) => file is null
        ? Sentence(message)
        : line > 0 ? FormattableString.Invariant($"{file}({line}): {Sentence(message)}") : $"{file}: {Sentence(message)}";

    // The messages of the system end with a full stop, and Ahoy's don't.
    private static string Sentence(string message) => message.TrimEnd('.') + ".";
}
