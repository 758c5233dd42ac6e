namespace Ahoy.LanguageServer.Projects;

/// <summary>The last request of a Function that failed at a line of the project.</summary>
/// <param name="Path">The file, absolute.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What failed, without values of variables.</param>
internal sealed record FailedRun(string Path, int Line, string Message);
