using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <summary>What becomes of a function where it stands.</summary>
public sealed class FunctionUse
{
    private FunctionUse(FunctionUseKind kind, Node node, int argumentIndex = -1)
    {
        Kind = kind;
        Node = node;
        ArgumentIndex = argumentIndex;
    }

    /// <summary>What becomes of it.</summary>
    public FunctionUseKind Kind { get; }

    /// <summary>
    /// The node that uses it: the <see cref="CallExpression"/> or <see cref="NewExpression"/>, <see cref="VariableDeclarator"/>,
    /// <see cref="AssignmentExpression"/>, <see cref="Property"/>, <see cref="PropertyDefinition"/>,
    /// <see cref="MethodDefinition"/>, <see cref="ReturnStatement"/> or <see cref="ArrowFunctionExpression"/>; for a
    /// declaration the function itself, otherwise its parent.
    /// </summary>
    public Node Node { get; }

    /// <summary>Which argument it is, counted from 0; -1 where it is none.</summary>
    public int ArgumentIndex { get; }

    internal static FunctionUse Of(IFunction function, ParentMap parents)
    {
        var node = (Node)function;
        var parent = parents.ParentOf(node);
        switch (parent)
        {
            case null:
                return new FunctionUse(FunctionUseKind.Other, node);
            case CallExpression call:
                return OfCall(node, call, call.Callee, call.Arguments);
            case NewExpression @new:
                return OfCall(node, @new, @new.Callee, @new.Arguments);
            default:
                return new FunctionUse(KindIn(parent, node), node is FunctionDeclaration ? node : parent);
        }
    }

    private static FunctionUse OfCall(Node function, Node call, Expression callee, NodeList<Expression> arguments)
    {
        if (ReferenceEquals(callee, function))
        {
            return new FunctionUse(FunctionUseKind.Callee, call);
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (ReferenceEquals(arguments[i], function))
            {
                return new FunctionUse(FunctionUseKind.Argument, call, i);
            }
        }

        return new FunctionUse(FunctionUseKind.Other, call);
    }

    private static FunctionUseKind KindIn(Node parent, Node function) => parent switch
    {
        ExportDefaultDeclaration => FunctionUseKind.DefaultExport,
        _ when function is FunctionDeclaration => FunctionUseKind.Declaration,
        VariableDeclarator => FunctionUseKind.Variable,
        AssignmentExpression assignment when ReferenceEquals(assignment.Right, function) => FunctionUseKind.Assignment,
        Property { Method: false, Kind: PropertyKind.Init } property when ReferenceEquals(property.Value, function) => FunctionUseKind.Property,
        Property property when ReferenceEquals(property.Value, function) => FunctionUseKind.Method,
        PropertyDefinition field when ReferenceEquals(field.Value, function) => FunctionUseKind.Property,
        MethodDefinition method when ReferenceEquals(method.Value, function) => FunctionUseKind.Method,
        ReturnStatement or ArrowFunctionExpression { Body: not BlockStatement } => FunctionUseKind.Returned,
        _ => FunctionUseKind.Other,
    };
}
