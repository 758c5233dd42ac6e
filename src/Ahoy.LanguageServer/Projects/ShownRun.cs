namespace Ahoy.LanguageServer.Projects;

/// <summary>What runs have said of a finding.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Line">The line of the finding, from 1.</param>
/// <param name="Column">Its column, from 1, in UTF-16 code units.</param>
/// <param name="Text">One line: whether it was shown, and by which request.</param>
internal sealed record ShownRun(string Id, int Line, int Column, string Text);
