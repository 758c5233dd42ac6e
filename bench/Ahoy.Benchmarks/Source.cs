using Ahoy.JavaScript;

namespace Ahoy.Benchmarks;

/// <summary>A file of the corpus.</summary>
/// <param name="Text">What is in it.</param>
/// <param name="Options">How it is read without errors, if it can be.</param>
/// <param name="Bytes">Its size on disk.</param>
internal sealed record Source(string Text, ParseOptions Options, long Bytes);
