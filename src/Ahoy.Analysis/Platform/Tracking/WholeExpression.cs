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
            // What a pattern with a default becomes: `var A = h.A, _a = h.a, a = _a === void 0 ? A : _a;`
            if (ancestor is not (Expression and not (IFunction or ObjectExpression) or VariableDeclarator or VariableDeclaration))
            {
                break;
            }

            whole = ancestor;
        }

        return whole;
    }
}
