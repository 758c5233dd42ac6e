using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Reading;

/// <summary>TwiML that a file has as text.</summary>
/// <param name="Expression">The whole expression; null where the file itself is the text.</param>
/// <param name="Root">Its <c>Response</c>; null where it is not well-formed, as far as it is known.</param>
/// <param name="Holes">The expressions that are put into it, in the order of the text.</param>
/// <param name="IsHandedOver">Whether a REST call gets the text itself, so that it has no address of its own.</param>
internal sealed record TwiMLText(Node? Expression, TwiMLElement? Root, IReadOnlyList<Node> Holes, bool IsHandedOver);
