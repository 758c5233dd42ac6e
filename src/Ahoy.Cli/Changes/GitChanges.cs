using Ahoy.Cli.Output;

namespace Ahoy.Cli.Changes;

/// <summary>What has changed in the working tree against a revision, as git sees it: staged or not, and files that git does not know yet.</summary>
internal sealed class GitChanges
{
    /// <summary>The revision where none is named.</summary>
    public const string Head = "HEAD";

    private readonly Dictionary<string, ChangedLines> _files = new(StringComparer.Ordinal);

    private GitChanges()
    {
    }

    /// <summary>Asks git about the repositories that folders lie in.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="revision">The revision to compare with.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="UserErrorException">There is no git, no repository, or no such revision.</exception>
    public static async Task<GitChanges> FindAsync(IEnumerable<string> folders, string revision, CancellationToken cancellation)
    {
        var changes = new GitChanges();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in folders.Where(Directory.Exists))
        {
            var root = await FindRootAsync(folder, cancellation).ConfigureAwait(false);
            if (seen.Add(root))
            {
                await changes.AddAsync(root, revision, cancellation).ConfigureAwait(false);
            }
        }

        return changes;
    }

    /// <summary>What has changed of a file; null where nothing has.</summary>
    /// <param name="file">The file, absolute.</param>
    public ChangedLines? Of(string file) => _files.GetValueOrDefault(file);

    /// <summary>Whether anything has changed below a folder.</summary>
    /// <param name="folder">The folder, absolute.</param>
    public bool AnyBelow(string folder) =>
        _files.Keys.Any(file => file.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    // From the folder upwards, so that files have the names that the rest of the command has for them, whatever links lead there.
    private static async Task<string> FindRootAsync(string folder, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(folder);
        var up = await Git.AskAsync(full, ["rev-parse", "--show-cdup"], cancellation).ConfigureAwait(false);
        if (up.ExitCode != 0)
        {
            // Also where git refuses a repository of somebody else's, which it explains.
            var why = up.Error.Contains("not a git repository", StringComparison.Ordinal) ? "" : $" ({up.Error.Trim().ReplaceLineEndings(" ")})";
            throw new UserErrorException($"{folder} is in no repository of git{why}: --changed has nothing to compare with. Leave it out, or `git init`");
        }

        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(full, up.Line)));
    }

    private static async Task<string> FindTreeAsync(string root, string revision, CancellationToken cancellation)
    {
        var tree = await Git.AskAsync(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{tree}"], cancellation).ConfigureAwait(false);
        if (tree.ExitCode == 0)
        {
            return tree.Line;
        }

        if (revision != Head)
        {
            throw new UserErrorException($"git knows no revision '{revision}' in {root}: --changed takes a commit, a branch or a tag. Folders stand before it: ahoy check DIR --changed");
        }

        // Before the first commit everything is new.
        return (await Git.AskAsync(root, ["hash-object", "-t", "tree", "--stdin"], cancellation).ConfigureAwait(false)).Line;
    }

    private async Task AddAsync(string root, string revision, CancellationToken cancellation)
    {
        var tree = await FindTreeAsync(root, revision, cancellation).ConfigureAwait(false);
        string[] compare = ["-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules", "-M"];
        var names = await DemandAsync(root, [.. compare, "--name-status", "-z", tree, "--"], cancellation).ConfigureAwait(false);
        var patch = await DemandAsync(
            root, [.. compare, "-U0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/", tree, "--"], cancellation).ConfigureAwait(false);
        var unknown = await DemandAsync(root, ["ls-files", "--others", "--exclude-standard", "-z"], cancellation).ConfigureAwait(false);

        var lines = DiffReader.Read(patch.Output);
        foreach (var (status, file) in NamesOf(names.Values))
        {
            _files[PathOf(root, file)] = status == 'A' ? ChangedLines.All : new ChangedLines(false, lines.GetValueOrDefault(file, []));
        }

        foreach (var file in unknown.Values)
        {
            _files[PathOf(root, file)] = ChangedLines.All;
        }
    }

    // A status and a file each; where a file was renamed or copied, its earlier name stands between.
    private static IEnumerable<(char Status, string File)> NamesOf(IReadOnlyList<string> values)
    {
        for (var i = 0; i + 1 < values.Count; i += 2)
        {
            var status = values[i][0];
            if (status is 'R' or 'C')
            {
                i++;
            }

            yield return (status, values[i + 1]);
        }
    }

    private static async Task<GitAnswer> DemandAsync(string root, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var answer = await Git.AskAsync(root, arguments, cancellation).ConfigureAwait(false);
        return answer.ExitCode == 0
            ? answer
            : throw new UserErrorException($"git could not say what has changed in {root}: {answer.Error.Trim().ReplaceLineEndings(" ")}", ExitCode.Failed);
    }

    private static string PathOf(string root, string file) => Path.GetFullPath(Path.Combine(root, file));
}
