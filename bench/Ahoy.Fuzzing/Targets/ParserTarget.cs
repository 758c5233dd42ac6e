using System.Text;
using Ahoy.Fuzzing.Engine;
using Ahoy.JavaScript;

namespace Ahoy.Fuzzing.Targets;

/// <summary>The parser: a sound tree and errors with places, whatever the text.</summary>
internal sealed class ParserTarget : IFuzzTarget
{
    public string Name => "parser";

    public IEnumerable<byte[]> Seeds { get; } =
    [
        .. new[]
        {
            "exports.handler = async (context, event, callback) => { const { a, ...b } = event; return callback(null, `x${a?.b ?? 1}`); };",
            "'use strict'; class A extends B { #x = 1n; static { super.y; } get z() { return this.#x; } async *[k](...r) { yield* await r; } }",
            "label: for (const [a, { b = c }] of d) { if (e) continue label; else break; } switch (f) { case 1: default: } try { } catch { } finally { }",
            "import a, { b as c } from 'd'; export * as e from 'f'; export default function () { return /[/\\]]+(?<y>\\d{4})/giu; }",
            "var let_ = function* () { yield a, b => c, new.target, void 0, 0x1F, .5e-3 }; with (a) b ??= c || (d && e); <!-- html",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        foreach (var type in (SourceType[])[SourceType.CommonJs, SourceType.Module])
        {
            var result = JavaScriptParser.Parse(text, new ParseOptions { SourceType = type });
            Check.That(result.Root.Start == 0 && result.Root.End == text.Length, "the tree spans the text");
            foreach (var node in result.Root.DescendantsAndSelf())
            {
                var at = node.Start;
                foreach (var child in node.Children)
                {
                    Check.That(child.Start >= at && child.End >= child.Start && child.End <= node.End, "a node lies in its parent, behind its sibling");
                    at = child.End;
                }
            }

            Check.That(result.Errors.All(error => error.Start >= 0 && error.End >= error.Start && error.End <= text.Length), "an error lies in the text");
            _ = new SemanticModel(result.Root).Scopes;
            _ = result.Root.ToEstreeJson();
        }
    }

    public void Dispose()
    {
    }
}
