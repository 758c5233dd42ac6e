using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Paths;

/// <summary>What an expression gives on a path.</summary>
/// <param name="Response">The response that it is, by the expression that made it; null for all else.</param>
/// <param name="Settled">For a link of a promise chain: whether it is fulfilled; null for all else.</param>
internal readonly record struct PathValue(Node? Response, bool? Settled = null);
