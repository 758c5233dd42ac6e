using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Modules;

/// <summary>A <c>require('x')</c> or <c>import('x')</c>.</summary>
internal sealed class ModuleReference
{
    public ModuleReference(string specifier, Node argument, Expression call)
    {
        Specifier = specifier;
        Argument = argument;
        Call = call;
    }

    /// <summary>What is asked for: <c>axios</c>, <c>./helper</c>.</summary>
    public string Specifier { get; }

    /// <summary>The argument in the source.</summary>
    public Node Argument { get; }

    /// <summary>The whole call.</summary>
    public Expression Call { get; }

    /// <summary>Whether it is <c>import()</c>.</summary>
    public bool IsImport => Call is ImportExpression;

    /// <summary>Whether it is a path from the file's own folder.</summary>
    public bool IsRelative =>
        Specifier is "." or ".."
        || Specifier.StartsWith("./", StringComparison.Ordinal)
        || Specifier.StartsWith("../", StringComparison.Ordinal);

    /// <summary>The package that is asked for; null where it is a path, an address, one of Node's modules or an import of the own package.</summary>
    public string? Package
    {
        get
        {
            if (Specifier.Length == 0 || IsRelative || Specifier[0] is '/' or '#' or '\\' || Specifier.IndexOf(':') >= 0 || NodeBuiltins.Contains(Specifier))
            {
                return null;
            }

            var parts = Specifier.Split('/');
            return Specifier[0] != '@' ? parts[0] : parts.Length > 1 ? parts[0] + "/" + parts[1] : null;
        }
    }
}
