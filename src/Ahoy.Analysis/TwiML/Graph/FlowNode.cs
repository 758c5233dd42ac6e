namespace Ahoy.Analysis.TwiML.Graph;

/// <summary>A Function or an Asset that a call or a conversation comes to.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Resource">What it is; null where nothing has the path.</param>
/// <param name="Verbs">The verbs that it answers with, in the order of its source, each once.</param>
internal sealed record FlowNode(string Path, ProjectResource? Resource, IReadOnlyList<string> Verbs);
