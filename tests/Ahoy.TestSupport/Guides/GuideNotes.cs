namespace Ahoy.TestSupport.Guides;

/// <summary>The comments that say what a block of a guide is: <c>&lt;!-- file: functions/hello.js --&gt;</c>. docs/contributing/guides.md tells them to writers.</summary>
public static class GuideNotes
{
    /// <summary>The block is a file.</summary>
    public const string File = "file";

    /// <summary>The block stands so in a file of the repository.</summary>
    public const string From = "from";

    /// <summary>From here on the guide works in another, empty folder.</summary>
    public const string Folder = "folder";

    /// <summary>The folder of the repository that the guide works in.</summary>
    public const string In = "in";

    /// <summary>The exit code of the block's last command.</summary>
    public const string Exit = "exit";

    /// <summary>The findings that the code is meant to have.</summary>
    public const string Findings = "findings";

    /// <summary>The block is what the service that runs has written meanwhile.</summary>
    public const string Log = "log";

    /// <summary>Why nothing runs it.</summary>
    public const string NotRun = "not run";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [File, From, Folder, In, Exit, Findings, Log, NotRun];
}
