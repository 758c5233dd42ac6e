using Ahoy.Analysis.TwiML.Graph;
using Ahoy.Model;

namespace Ahoy.Cli.Flow;

/// <summary>What a drawing says of a node that can't be reached.</summary>
internal static class NodeNote
{
    public static string Of(FlowNode node) => node.Resource switch
    {
        null => " (missing)",
        { Visibility: Visibility.Private } => " (private)",
        _ => string.Empty,
    };
}
