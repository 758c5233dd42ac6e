namespace Ahoy.Analysis.TwiML.Reading;

/// <summary>An attribute of an element.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">Where the name starts in the source.</param>
/// <param name="End">Where the name ends in the source.</param>
/// <param name="Value">What it is set to.</param>
internal sealed record TwiMLAttribute(string Name, int Start, int End, TwiMLValue Value);
