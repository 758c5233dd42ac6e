namespace Ahoy.Model;

/// <summary>A finding that a baseline keeps.</summary>
/// <param name="File">The file that it is in, relative to the baseline's folder, with forward slashes; a dot for that folder.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Fingerprint">What it is known by (<see cref="Fingerprints"/>).</param>
/// <param name="Message">What was told of it: for whoever reads the file.</param>
public sealed record BaselineEntry(string File, string Rule, string Fingerprint, string Message);
