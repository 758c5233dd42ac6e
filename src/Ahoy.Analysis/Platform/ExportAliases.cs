using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform;

/// <summary>
/// Tells whether the object that a module exports is known by another name, as bundlers arrange it: what is assigned through that is
/// not followed.
/// </summary>
internal static class ExportAliases
{
    /// <summary>Whether something in a file takes the exports, or the module, as a value.</summary>
    public static bool Exist(SourceFile file)
    {
        foreach (var variable in file.Scopes.FreeVariables)
        {
            if (variable.Name is not ("exports" or "module"))
            {
                continue;
            }

            foreach (var reference in variable.References)
            {
                var exports = variable.Name == "exports" ? reference.Identifier : ExportsOf(reference.Identifier, file);
                if (exports is not null && IsTaken(exports, file))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The expression <c>module.exports</c>, the name <c>module</c> where it stands alone, null for other members of it.</summary>
    private static Node? ExportsOf(Identifier module, SourceFile file) =>
        file.Nodes.ParentOf(module) is MemberExpression member && ReferenceEquals(member.Object, module)
            ? file.Constants.NameOf(member) is "exports" or null ? member : null
            : module;

    private static bool IsTaken(Node value, SourceFile file) => file.Nodes.ParentOf(value) switch
    {
        MemberExpression member => !ReferenceEquals(member.Object, value),
        AssignmentExpression assignment when ReferenceEquals(assignment.Left, value) =>
            file.Nodes.ParentOf(assignment) is not (ExpressionStatement or SequenceExpression or AssignmentExpression),
        AssignmentExpression assignment => assignment.Left is Identifier { Name: not "exports" },

        // Exports that a call is given are looked at where the call is.
        CallExpression => value is Identifier { Name: "module" },
        UnaryExpression or BinaryExpression or SpreadElement or ExpressionStatement or SequenceExpression => false,
        ForInStatement loop => !ReferenceEquals(loop.Right, value),
        IfStatement => false,
        LogicalExpression logical => ReferenceEquals(logical.Right, value),
        ConditionalExpression conditional => !ReferenceEquals(conditional.Test, value),
        _ => true,
    };
}
