using Ahoy.Api;

namespace Ahoy.Host.Storage;

/// <summary>A Build, as it is stored.</summary>
/// <param name="Seq">Its place in the order of creation.</param>
/// <param name="Sid">Its SID.</param>
/// <param name="ServiceSid">The SID of its Service.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Runtime">The runtime's name.</param>
/// <param name="Dependencies">The npm modules.</param>
/// <param name="ModulesKey">The key of its npm modules in the cache; null until it is completed, or where it has none.</param>
/// <param name="Errors">Why it failed; empty where it did not.</param>
/// <param name="Created">When it was created.</param>
/// <param name="Updated">When its status last changed.</param>
internal sealed record BuildRow(
    long Seq,
    string Sid,
    string ServiceSid,
    BuildStatus Status,
    string Runtime,
    IReadOnlyList<BuildDependency> Dependencies,
    string? ModulesKey,
    IReadOnlyList<string> Errors,
    DateTimeOffset Created,
    DateTimeOffset Updated) : IRow;
