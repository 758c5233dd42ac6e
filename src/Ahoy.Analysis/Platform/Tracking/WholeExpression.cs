using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Tracking;

/// <summary>Finds the expression in which something is tried beside something else.</summary>
internal static class WholeExpression
{
    /// <summary>The largest expression that a read is part of, up to the function, object or statement around it.</summary>
    public static Node Of(SourceFile file, Node reader)
    {
        var whole = reader;
        foreach (var ancestor in file.Nodes.AncestorsOf(reader))
        {
            if (ancestor is not (Expression and not (IFunction or ObjectExpression)))
            {
                break;
            }

            whole = ancestor;
        }

        return whole;
    }
}
