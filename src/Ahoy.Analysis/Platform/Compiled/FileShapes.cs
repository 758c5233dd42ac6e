using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Compiled;

/// <summary>Tells minified code, and bundles for browsers, from code that is worth a closer look.</summary>
internal sealed class FileShapes
{
    /// <summary>Nobody writes lines longer than this, literals apart.</summary>
    private const int LongestLine = 1000;

    /// <summary>What bundles for browsers begin with: webpack's, browserify's, Parcel's.</summary>
    private static readonly string[] s_preambles =
    [
        "webpackBootstrap", "webpackJsonp", "webpackChunk", "__webpack_require__", "parcelRequire", "\"function\"==typeof require&&require", "typeof require == \"function\" && require",
    ];

    private readonly FileShape _shape;

    private FileShapes(FileShape shape) => _shape = shape;

    /// <summary>The shape of a file.</summary>
    public static FileShape Of(SourceFile source) => source.Get(static file => new FileShapes(Judge(file)))._shape;

    private static FileShape Judge(SourceFile source) =>
        IsBrowserBundle(source) ? FileShape.BrowserBundle
        : HasLongLine(source.Text) && IsMinified(source) ? FileShape.Minified
        : FileShape.Ordinary;

    /// <summary>A bundle that exports nothing runs by itself, in a page.</summary>
    private static bool IsBrowserBundle(SourceFile source) =>
        s_preambles.Any(source.Mentions) && !source.Scopes.FreeVariables.Any(static variable => variable.Name is "exports" or "module");

    private static bool HasLongLine(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end - start > LongestLine)
            {
                return true;
            }

            start = end + 1;
        }

        return false;
    }

    /// <summary>Whether more than half of the characters stand in such lines; literals, and helpers of compilers, count for nothing.</summary>
    private static bool IsMinified(SourceFile source)
    {
        var counts = new bool[source.Text.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = true;
        }

        Leave(source.Program, counts);
        int total = 0, inLongLines = 0, inLine = 0;
        for (var i = 0; i <= counts.Length; i++)
        {
            if (i < counts.Length && source.Text[i] != '\n')
            {
                inLine += counts[i] ? 1 : 0;
                continue;
            }

            total += inLine;
            inLongLines += inLine > LongestLine ? inLine : 0;
            inLine = 0;
        }

        return inLongLines * 2 > total;
    }

    private static void Leave(Program program, bool[] counts)
    {
        foreach (var statement in program.Body)
        {
            if (IsHelper(statement))
            {
                Clear(statement, counts);
                continue;
            }

            foreach (var node in statement.DescendantsAndSelf())
            {
                if (node is StringLiteral or TemplateElement or RegExpLiteral)
                {
                    Clear(node, counts);
                }
            }
        }
    }

    private static void Clear(Node node, bool[] counts)
    {
        for (var i = node.Start; i < node.End && i < counts.Length; i++)
        {
            counts[i] = false;
        }
    }

    /// <summary>Compilers write their helpers at the top of the file, by names that begin with an underscore, and some in one line.</summary>
    private static bool IsHelper(Statement statement) => statement switch
    {
        FunctionDeclaration { Id.Name: var name } => name.StartsWith("_", StringComparison.Ordinal),
        VariableDeclaration variables => variables.Declarations.All(static variable => variable.Id is Identifier { Name: var name } && name.StartsWith("__", StringComparison.Ordinal)),
        _ => false,
    };
}
