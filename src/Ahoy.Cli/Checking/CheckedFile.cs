using Ahoy.Analyzers.Infrastructure;

namespace Ahoy.Cli.Checking;

/// <summary>A file and what the rules found in it.</summary>
/// <param name="Path">The file, relative to the current folder where it lies below it, with forward slashes.</param>
/// <param name="Source">Its text.</param>
/// <param name="Findings">What was found, in the order of the source; hidden findings are left out.</param>
internal sealed record CheckedFile(string Path, SourceFile Source, IReadOnlyList<Finding> Findings);
