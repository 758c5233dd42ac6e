using Ahoy.Analysis.TwiML.Reading;

namespace Ahoy.Analysis.TwiML.Paths;

/// <summary>An element that a path adds to a response.</summary>
/// <param name="Element">The element; null for something that is not known.</param>
/// <param name="Instance">The same for paths that have come the same way to it, and other for all others.</param>
internal sealed record TwiMLStep(TwiMLElement? Element, long Instance);
