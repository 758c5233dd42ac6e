using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Origins;

/// <summary>Looks up members of object literals and classes by name.</summary>
internal static class ObjectMembers
{
    /// <summary>A property of an object literal; null where there is none, or where it can't be told.</summary>
    public static Member? Find(ObjectExpression literal, string name)
    {
        Member? found = null;
        foreach (var member in literal.Properties)
        {
            if (member is not Property { Computed: false } property)
            {
                // A spread or a computed name may stand for any property; what is spelt out behind it counts again.
                found = null;
            }
            else if (ConstantValues.NameOfKey(property.Key) == name && property.Kind != PropertyKind.Set)
            {
                found = new Member(property.Value, property.Kind == PropertyKind.Get);
            }
        }

        return found;
    }

    /// <summary>A member that the body of a class declares.</summary>
    public static Member? Find(IClass owner, string name, bool isStatic)
    {
        foreach (var member in owner.Body.Body)
        {
            switch (member)
            {
                case MethodDefinition { Computed: false, Kind: MethodKind.Method or MethodKind.Get } method
                    when method.Static == isStatic && ConstantValues.NameOfKey(method.Key) == name:
                    return new Member(method.Value, method.Kind == MethodKind.Get);
                case PropertyDefinition { Computed: false, Value: { } value } field
                    when field.Static == isStatic && ConstantValues.NameOfKey(field.Key) == name:
                    return new Member(value, IsGetter: false);
            }
        }

        return null;
    }

    /// <summary>Whether the body of a class declares a member, whatever it is.</summary>
    public static bool Declares(IClass owner, string name, bool isStatic) => owner.Body.Body.Any(member => member switch
    {
        MethodDefinition method => method.Static == isStatic && (method.Computed || ConstantValues.NameOfKey(method.Key) == name),
        PropertyDefinition field => field.Static == isStatic && (field.Computed || ConstantValues.NameOfKey(field.Key) == name),
        _ => false,
    });

    /// <summary>A member's value, or the function that gives it.</summary>
    internal sealed record Member(Node Value, bool IsGetter);
}
