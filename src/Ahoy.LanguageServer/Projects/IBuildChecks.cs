using Ahoy.Model;

namespace Ahoy.LanguageServer.Projects;

/// <summary>The checks of the Build (AHOY5xxx): they belong to another part, which the command brings.</summary>
internal interface IBuildChecks
{
    /// <summary>What they report of a project.</summary>
    /// <param name="folder">The project's folder, absolute.</param>
    IReadOnlyList<BuildFinding> Check(string folder);
}

/// <summary>What a check of the Build reports.</summary>
/// <param name="Id">The rule: <c>AHOY5005</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is wrong; never a value of a variable.</param>
/// <param name="Path">The file that it is about, absolute; the project's folder where it is about all of it.</param>
/// <param name="Line">The line, from 1; 0 for the whole file.</param>
internal sealed record BuildFinding(string Id, Severity Severity, string Message, string Path, int Line);
