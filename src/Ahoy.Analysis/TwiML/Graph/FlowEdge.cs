namespace Ahoy.Analysis.TwiML.Graph;

/// <summary>A way from one to the next.</summary>
/// <param name="From">The path of where the address stands.</param>
/// <param name="To">The path that it leads to.</param>
/// <param name="Via">What asks it: <c>Gather</c>, <c>Dial statusCallback</c>, <c>calls url</c>.</param>
/// <param name="When">What has to happen for that: keys, events, an answer; empty where nothing is known of it.</param>
internal sealed record FlowEdge(string From, string To, string Via, string When)
{
    /// <summary>What a drawing says at the edge.</summary>
    public string Label => When.Length == 0 ? Via : $"{Via}: {When}";
}
