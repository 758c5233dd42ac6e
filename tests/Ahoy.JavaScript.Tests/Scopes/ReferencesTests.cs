namespace Ahoy.JavaScript.Tests.Scopes;

/// <summary>Which binding each identifier names, and what it does with it.</summary>
public sealed class ReferencesTests
{
    [Theory]
    [InlineData("a; a = 1; a += 1; a ??= 1; a++; --a;", "a r→free, a w→free, a rw→free, a rw→free, a rw→free, a rw→free")]
    [InlineData("var a = 1; a;", "a dwi→Var@Global, a r→Var@Global")]
    [InlineData("var a; typeof a; delete a;", "a d→Var@Global, a r→Var@Global, a r→Var@Global")]
    [InlineData("a; var a;", "a r→Var@Global, a d→Var@Global")]
    [InlineData("f(); function f() { }", "f r→Function@Global, f d→Function@Global")]
    [InlineData("var a, b; [a, b.c, b[a], { d: a = b, ...b }] = x;",
        "a d→Var@Global, b d→Var@Global, a w→Var@Global, b r→Var@Global, b r→Var@Global, a r→Var@Global, a w→Var@Global, b r→Var@Global, b w→Var@Global, x r→free")]
    [InlineData("({ a } = x); ({ a = b } = x);", "a w→free, x r→free, a w→free, b r→free, x r→free")]
    [InlineData("for (a of b) ; for (a.c in b) ;", "a w→free, b r→free, a r→free, b r→free")]
    [InlineData("for (var a of b) ; for (const c of b) c;", "a dw→Var@Global, b r→free, c dwi→Const@For, b r→free, c r→Const@For")]
    [InlineData("for (let i = 0; i < 1; i++) i;", "i dwi→Let@For, i r→Let@For, i rw→Let@For, i r→Let@For")]
    [InlineData("var { a, b: c = a, [a]: d } = x;",
        "a dwi→Var@Global, c dwi→Var@Global, a r→Var@Global, a r→Var@Global, d dwi→Var@Global, x r→free")]
    public void References_Kinds_TellReadsFromWrites(string source, string expected) => AssertReferences(source, expected);

    [Theory]
    [InlineData("a.b.c; a?.b; a[b]; a.#c;", "a r→free, a r→free, a r→free, b r→free, a r→free")]
    [InlineData("({ a: b, c, [d]: e, f() { } });", "b r→free, c r→free, d r→free, e r→free")]
    [InlineData("l: for (;;) { break l; continue l; }", "")]
    [InlineData("(class { a = b; [c]; static d() { } #e })", "b r→free, c r→free")]
    [InlineData("`a${b}c${d}`; e`f`; new g(...h);", "b r→free, d r→free, e r→free, g r→free, h r→free")]
    [InlineData("function f() { new.target; this; }", "f d→Function@Global")]
    [InlineData("undefined; NaN; async; of; get", "undefined r→free, NaN r→free, async r→free, of r→free, get r→free")]
    public void References_Names_AreNotPropertiesNorLabels(string source, string expected) => AssertReferences(source, expected);

    [Theory]
    [InlineData("var a; function f(a) { a; { let a; a; } a; } a;",
        "a d→Var@Global, f d→Function@Global, a d→Parameter@Function, a r→Parameter@Function, a d→Let@Block, a r→Let@Block, a r→Parameter@Function, a r→Var@Global")]
    [InlineData("function f() { return () => { x; }; var x; }", "f d→Function@Global, x r→Var@Function, x d→Var@Function")]
    [InlineData("var f = function g() { g; }; g;", "f dwi→Var@Global, g d→FunctionName@FunctionName, g r→FunctionName@FunctionName, g r→free")]
    [InlineData("var f = function g(g) { g; };", "f dwi→Var@Global, g d→FunctionName@FunctionName, g d→Parameter@Function, g r→Parameter@Function")]
    [InlineData("function f(a, b = a) { var a; a; b; }",
        "f d→Function@Global, a d→Parameter@Function, b d→Parameter@Function, a r→Parameter@Function, a d→Var@FunctionBody, a r→Var@FunctionBody, b r→Parameter@Function")]
    [InlineData("function f(a = () => x) { var x; }", "f d→Function@Global, a d→Parameter@Function, x r→free, x d→Var@FunctionBody")]
    [InlineData("function f(a) { var a = 1; a; }", "f d→Function@Global, a d→Parameter@Function, a dwi→Parameter@Function, a r→Parameter@Function")]
    [InlineData("try { } catch (e) { var e = 1; e; } e;",
        "e d→CatchParameter@Catch, e wi→CatchParameter@Catch, e r→CatchParameter@Catch, e r→Var@Global")]
    [InlineData("try { } catch (e) { } e;", "e d→CatchParameter@Catch, e r→free")]
    [InlineData("{ function f() {} f; } f;", "f d→Function@Block, f r→Function@Block, f r→Function@Global")]
    [InlineData("'use strict'; { function f() {} } f;", "f d→Function@Block, f r→free")]
    [InlineData("switch (a) { case b: let b; }", "a r→free, b r→Let@Switch, b d→Let@Switch")]
    [InlineData("function f() { arguments; var g = () => arguments; }",
        "f d→Function@Global, arguments r→Arguments@Function, g dwi→Var@Function, arguments r→Arguments@Function")]
    [InlineData("arguments; () => arguments;", "arguments r→free, arguments r→free")]
    [InlineData("var arguments; function f() { arguments }", "arguments d→Var@Global, f d→Function@Global, arguments r→Arguments@Function")]
    [InlineData("function f() { var arguments; arguments }", "f d→Function@Global, arguments d→Var@Function, arguments r→Var@Function")]
    [InlineData("class C { m() { C } } C;", "C d→Class@Global, C r→ClassName@Class, C r→Class@Global")]
    [InlineData("var a = class C { static b = C };", "a dwi→Var@Global, C d→ClassName@Class, C r→ClassName@Class")]
    [InlineData("function f() { class C { x = arguments } }", "f d→Function@Global, C d→Class@Function, arguments r→free")]
    public void References_Nested_NameTheInnermost(string source, string expected) => AssertReferences(source, expected);

    [Theory]
    [InlineData("import a, { b as c } from 'm' with { type: 'json' }; c(a);",
        "a d→Import@Module, c d→Import@Module, c r→Import@Module, a r→Import@Module")]
    [InlineData("const a = 1; export { a, a as b }; export { c } from 'm'; export * as d from 'n';",
        "a dwi→Const@Module, a r→Const@Module, a r→Const@Module")]
    [InlineData("export default a; import.meta; import('x');", "a r→free")]
    public void References_Modules_NameLocalBindings(string source, string expected) =>
        AssertReferences(source, expected, SourceType.Module);

    [Theory]
    [InlineData("a; let a = 1; a;", "a r→Let@Global, a dwi→Let@Global, a r→Let@Global")]
    [InlineData("a = 1; let a;", "a w→Let@Global, a d→Let@Global")]
    [InlineData("let a = a;", "a dwi→Let@Global, a r→Let@Global")]
    [InlineData("let [a = a, b = a] = x;", "a dwi→Let@Global, a r→Let@Global, b dwi→Let@Global, a r→Let@Global, x r→free")]
    [InlineData("let [a = b, b] = x;", "a dwi→Let@Global, b r→Let@Global, b dwi→Let@Global, x r→free")]
    [InlineData("for (let a of a) a;", "a dwi→Let@For, a r→Let@For, a r→Let@For")]
    [InlineData("function f() { a } const a = 1;", "f d→Function@Global, a r→Const@Global, a dwi→Const@Global")]
    [InlineData("const a = 1; const f = () => a;", "a dwi→Const@Global, f dwi→Const@Global, a r→Const@Global")]
    [InlineData("const f = () => f;", "f dwi→Const@Global, f r→Const@Global")]
    [InlineData("new C; class C {}", "C r→Class@Global, C d→Class@Global")]
    [InlineData("class C extends C { [C]() { C } static x = C; }",
        "C d→Class@Global, C r→ClassName@Class, C r→ClassName@Class, C r→ClassName@Class, C r→ClassName@Class")]
    [InlineData("function f(a = b, b = a) { }",
        "f d→Function@Global, a d→Parameter@Function, b r→Parameter@Function, b d→Parameter@Function, a r→Parameter@Function")]
    [InlineData("switch (x) { case 1: let a = 1; a; case 2: a; }",
        "x r→free, a dwi→Let@Switch, a r→Let@Switch, a r→Let@Switch")]
    [InlineData("a; var a; f; function f() { }", "a r→Var@Global, a d→Var@Global, f r→Function@Global, f d→Function@Global")]
    public void References_BeforeTheValue_NameTheVariable(string source, string expected) => AssertReferences(source, expected);

    [Theory]
    [InlineData("var a; with (b) { a; let c; c; }", "a d→Var@Global, b r→free, a r→Var@Global dynamic, c d→Let@Block, c r→Let@Block")]
    [InlineData("var a; with (b) { (function () { a; }); }", "a d→Var@Global, b r→free, a r→Var@Global dynamic")]
    [InlineData("var a; function f(b) { eval(''); a; b; }",
        "a d→Var@Global, f d→Function@Global, b d→Parameter@Function, eval r→free dynamic, a r→Var@Global dynamic, b r→Parameter@Function")]
    [InlineData("var a; function f() { 'use strict'; eval(''); a; }", "a d→Var@Global, f d→Function@Global, eval r→free, a r→Var@Global")]
    [InlineData("var a; function f() { eval; (0, eval)(''); eval?.(''); a; }",
        "a d→Var@Global, f d→Function@Global, eval r→free, eval r→free, eval r→free, a r→Var@Global")]
    public void References_ThroughWithAndEval_AreDynamic(string source, string expected) => AssertReferences(source, expected);

    private static void AssertReferences(string source, string expected, SourceType type = SourceType.Script) =>
        Assert.Equal(expected, ScopeText.OfReferences(ScopeText.Analyze(source, type)));
}
