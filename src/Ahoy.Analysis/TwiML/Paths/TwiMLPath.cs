namespace Ahoy.Analysis.TwiML.Paths;

/// <summary>What one path through a file's handler makes: the responses, each with its verbs in their order.</summary>
internal sealed record TwiMLPath(IReadOnlyList<IReadOnlyList<TwiMLStep>> Responses);
