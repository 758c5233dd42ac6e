using Ahoy.Analysis.TwiML.Reading;

namespace Ahoy.Analysis.TwiML.Addresses;

/// <summary>A place where a file names an address that Twilio asks.</summary>
/// <param name="What">What asks it, as messages tell it: <c>action of Gather</c>.</param>
/// <param name="Value">The address as it is written.</param>
/// <param name="Address">What it says.</param>
/// <param name="Element">The element of TwiML that it belongs to; null for a REST call.</param>
/// <param name="Attribute">The attribute, or the property of a REST call; null for an element's text.</param>
/// <param name="HasBase">Whether a relative address goes out from the file's own.</param>
internal sealed record AddressUse(string What, TwiMLValue Value, Address Address, TwiMLElement? Element, string? Attribute, bool HasBase);
