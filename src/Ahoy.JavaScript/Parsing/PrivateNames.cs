using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <summary>The private names that one class declares and uses. Most classes have none, and then there is no such object.</summary>
internal sealed class PrivateNames
{
    private readonly Dictionary<string, (MemberKind Kind, bool IsStatic)> _declared = new(StringComparer.Ordinal);
    private readonly List<PrivateIdentifier> _used = [];

    [Flags]
    public enum MemberKind : byte
    {
        Getter = 1,
        Setter = 2,
        Other = 4,
    }

    /// <summary>Declares a name; false if it is declared already and the two are not the getter and setter of one property.</summary>
    public static bool TryDeclare(ref PrivateNames? names, string name, MemberKind kind, bool isStatic)
    {
        names ??= new PrivateNames();
        if (!names._declared.TryGetValue(name, out var existing))
        {
            names._declared.Add(name, (kind, isStatic));
            return true;
        }

        names._declared[name] = (existing.Kind | kind, isStatic);
        return existing.IsStatic == isStatic && (existing.Kind & kind) == 0 && ((existing.Kind | kind) & MemberKind.Other) == 0;
    }

    public static void Use(ref PrivateNames? names, PrivateIdentifier name) => (names ??= new PrivateNames())._used.Add(name);

    /// <summary>
    /// Closes a class. What it uses and does not declare may be declared by a class around it, of which the names are
    /// returned; in the outermost it is an error.
    /// </summary>
    public static PrivateNames? Close(PrivateNames? names, PrivateNames? outer, bool isOutermost, ErrorSink errors)
    {
        if (names is null)
        {
            return outer;
        }

        foreach (var use in names._used)
        {
            if (names._declared.ContainsKey(use.Name))
            {
                continue;
            }

            if (isOutermost)
            {
                errors.Report(SyntaxErrorCode.UndeclaredPrivateName, use.Start, use.End, use.Name);
            }
            else
            {
                Use(ref outer, use);
            }
        }

        return outer;
    }
}
