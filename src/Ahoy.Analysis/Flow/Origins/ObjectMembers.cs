using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Origins;

/// <summary>Looks up members of object literals and classes by name.</summary>
internal static class ObjectMembers
{
    /// <summary>The value of a property of an object literal; null where there is none, or where it can't be told.</summary>
    public static Node? Find(ObjectExpression literal, string name)
    {
        Node? found = null;
        foreach (var member in literal.Properties)
        {
            if (member is not Property { Kind: PropertyKind.Init } property || property.Computed)
            {
                // A spread, an accessor or a computed name may stand for any property.
                return null;
            }

            if (NameOf(property.Key) == name)
            {
                found = property.Value;
            }
        }

        return found;
    }

    /// <summary>A method of a class of this file.</summary>
    public static Node? FindMethod(IClass owner, string name, bool isStatic)
    {
        foreach (var member in owner.Body.Body)
        {
            switch (member)
            {
                case MethodDefinition { Computed: false, Kind: MethodKind.Method } method when method.Static == isStatic && NameOf(method.Key) == name:
                    return method.Value;
                case PropertyDefinition { Computed: false } field when field.Static == isStatic && NameOf(field.Key) == name:
                    return field.Value;
            }
        }

        return null;
    }

    /// <summary>The name that a key spells out.</summary>
    public static string? NameOf(Node key) => key switch
    {
        Identifier identifier => identifier.Name,
        StringLiteral text => text.Value,
        PrivateIdentifier hidden => "#" + hidden.Name,
        _ => null,
    };
}
