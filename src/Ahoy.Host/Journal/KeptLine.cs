using Ahoy.Host.Logs;

namespace Ahoy.Host.Journal;

/// <summary>A line of the log, with its place among all that are kept.</summary>
internal sealed record KeptLine(long Sequence, OutputEntry Entry);
