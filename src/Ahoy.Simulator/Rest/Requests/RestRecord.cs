namespace Ahoy.Simulator.Rest.Requests;

/// <summary>What is noted of an answered request: an item of `requests`.</summary>
/// <param name="Sequence">Its place among all events.</param>
/// <param name="Method">In capitals.</param>
/// <param name="Host">The product's, such as `api.twilio.com`.</param>
/// <param name="Path">Without the query.</param>
/// <param name="Parameters">Of the query and the form. What is secret is left out.</param>
/// <param name="Status">Of the answer.</param>
/// <param name="Milliseconds">From the request to its answer.</param>
/// <param name="Stateful">False where the answer was made of the document alone.</param>
/// <param name="By">A Function's path, or `other`.</param>
internal sealed record RestRecord(long Sequence, string Method, string Host, string Path, IReadOnlyDictionary<string, string> Parameters, int Status, double Milliseconds, bool Stateful, string By);
