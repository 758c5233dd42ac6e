namespace Ahoy.Cli.Checking;

/// <summary>A form in which a result can be written. Each stands in a file of its own, and in <see cref="Reports.All"/>.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Write">Writes a result; the stream stays open.</param>
internal sealed record ReportFormat(string Name, Action<CheckResult, Stream> Write);
