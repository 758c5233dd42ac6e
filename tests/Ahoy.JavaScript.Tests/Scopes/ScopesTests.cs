using Ahoy.JavaScript.Scopes;

namespace Ahoy.JavaScript.Tests.Scopes;

/// <summary>Which scopes there are and what they declare.</summary>
public sealed class ScopesTests
{
    [Theory]
    [InlineData("", "Global")]
    [InlineData("var a; let b; const c = 1; class D {} function e() {}", "Global(a:Var b:Let c:Const D:Class e:Function){Class(D:ClassName) Function}")]
    [InlineData("var { a, b: c, ...d } = {}, [e, , [f], g = 1, ...h] = [];", "Global(a:Var c:Var d:Var e:Var f:Var g:Var h:Var)")]
    [InlineData("let { a: { b: [c] }, ['x']: d = 1, e = 2 } = {};", "Global(c:Let d:Let e:Let)")]
    [InlineData("var a; var a;", "Global(a:Var)")]
    [InlineData("var f; function f() {}", "Global(f:Function){Function}")]
    [InlineData("function f() {} var f = 1;", "Global(f:Function){Function}")]
    public void Scopes_TopLevel_DeclareTheirNames(string source, string expected) => AssertScopes(source, expected);

    [Theory]
    [InlineData("{ var a; let b; }", "Global(a:Var){Block(b:Let)}")]
    [InlineData("{ var a; f(); }", "Global(a:Var)")]
    [InlineData("if (x) { var a; } else { const b = 1; }", "Global(a:Var){Block(b:Const)}")]
    [InlineData("if (x) var a; else for (;;) var b;", "Global(a:Var b:Var)")]
    [InlineData("for (var i = 0;;) { var j; let k; }", "Global(i:Var j:Var){Block(k:Let)}")]
    [InlineData("for (let i = 0;;) { let i; }", "Global{For(i:Let){Block(i:Let)}}")]
    [InlineData("for (const a of b) c;", "Global{For(a:Const)}")]
    [InlineData("for (let [a, b] in c) ;", "Global{For(a:Let b:Let)}")]
    [InlineData("for (var a of b) { var c }", "Global(a:Var c:Var)")]
    [InlineData("for (var a in b) var c;", "Global(a:Var c:Var)")]
    [InlineData("while (x) { var a; do { var b; let c } while (y) }", "Global(a:Var b:Var){Block(c:Let)}")]
    [InlineData("l: { var a; m: for (;;) { var b } }", "Global(a:Var b:Var)")]
    [InlineData("try { var a; let b } catch { var c } finally { var d; let e }", "Global(a:Var c:Var d:Var){Block(b:Let) Block(e:Let)}")]
    [InlineData("try { } catch (e) { let f; var g }", "Global(g:Var){Catch(e:CatchParameter){Block(f:Let)}}")]
    [InlineData("try { } catch ({ message: m, ...r }) { }", "Global{Catch(m:CatchParameter r:CatchParameter)}")]
    [InlineData("switch (x) { case 1: let a; var b; break; default: class C {} }", "Global(b:Var){Switch(a:Let C:Class){Class(C:ClassName)}}")]
    [InlineData("switch (x) { case 1: var b; }", "Global(b:Var)")]
    [InlineData("with (x) { var a; let b }", "Global(a:Var){With{Block(b:Let)}}")]
    public void Scopes_Statements_TakeVarsToTheFunctionAndTheRestToTheBlock(string source, string expected) =>
        AssertScopes(source, expected);

    [Theory]
    [InlineData("function f(a, { b, c: [d] }, ...e) { var g; let h; }",
        "Global(f:Function){Function(a:Parameter b:Parameter d:Parameter e:Parameter g:Var h:Let)}")]
    [InlineData("function f(a, a) { var a; }", "Global(f:Function){Function(a:Parameter)}")]
    [InlineData("function f(a) { function a() {} }", "Global(f:Function){Function(a:Parameter){Function}}")]
    [InlineData("function f(a = 1) { var a; let b; }", "Global(f:Function){Function(a:Parameter){FunctionBody(a:Var b:Let)}}")]
    [InlineData("function f({ [x]: a }) { g(); }", "Global(f:Function){Function(a:Parameter){FunctionBody}}")]
    [InlineData("function f(a = 1) { }", "Global(f:Function){Function(a:Parameter)}")]
    [InlineData("var f = function g() { var g; };", "Global(f:Var){FunctionName(g:FunctionName){Function(g:Var)}}")]
    [InlineData("var f = function () { };", "Global(f:Var){Function}")]
    [InlineData("var f = a => { var b };", "Global(f:Var){Function(a:Parameter b:Var)}")]
    [InlineData("var f = async ([a], b = a) => b;", "Global(f:Var){Function(a:Parameter b:Parameter)}")]
    [InlineData("({ m(a) { var b }, get p() { let c }, set p(d) { } })", "Global{Function(a:Parameter b:Var) Function(c:Let) Function(d:Parameter)}")]
    [InlineData("function f() { return arguments; }", "Global(f:Function){Function(arguments:Arguments)}")]
    [InlineData("function f(arguments) { return arguments; }", "Global(f:Function){Function(arguments:Parameter)}")]
    [InlineData("function f() { return () => arguments; }", "Global(f:Function){Function(arguments:Arguments){Function}}")]
    [InlineData("function f() { function g() { arguments } arguments }",
        "Global(f:Function){Function(g:Function arguments:Arguments){Function(arguments:Arguments)}}")]
    public void Scopes_Functions_HoldParametersAndBodies(string source, string expected) => AssertScopes(source, expected);

    [Theory]
    [InlineData("{ function f() {} }", "Global(f:Function^){Block(f:Function){Function}}")]
    [InlineData("'use strict'; { function f() {} }", "Global{Block(f:Function){Function}}")]
    [InlineData("{ async function f() {} function* g() {} }", "Global{Block(f:Function g:Function){Function Function}}")]
    [InlineData("if (x) function f() {}", "Global(f:Function^){Block(f:Function){Function}}")]
    [InlineData("switch (x) { case 1: function f() {} }", "Global(f:Function^){Switch(f:Function){Function}}")]
    [InlineData("let f; { function f() {} }", "Global(f:Let){Block(f:Function){Function}}")]
    [InlineData("{ function f() {} } let f;", "Global(f:Let){Block(f:Function){Function}}")]
    [InlineData("var f; { function f() {} }", "Global(f:Var^){Block(f:Function){Function}}")]
    [InlineData("function f() {} { function f() {} }", "Global(f:Function){Function Block(f:Function){Function}}")]
    [InlineData("{ let f; { function f() {} } }", "Global{Block(f:Let){Block(f:Function){Function}}}")]
    [InlineData("{ function f() {} { function f() {} } }", "Global(f:Function^){Block(f:Function){Function Block(f:Function){Function}}}")]
    [InlineData("for (let f;;) { function f() {} }", "Global{For(f:Let){Block(f:Function){Function}}}")]
    [InlineData("for (const [f] of x) { function f() {} }", "Global{For(f:Const){Block(f:Function){Function}}}")]
    [InlineData("try { } catch (f) { { function f() {} } }", "Global(f:Function^){Catch(f:CatchParameter){Block(f:Function){Function}}}")]
    [InlineData("try { } catch ({ f }) { { function f() {} } }", "Global{Catch(f:CatchParameter){Block(f:Function){Function}}}")]
    [InlineData("function g(f) { { function f() {} } }", "Global(g:Function){Function(f:Parameter){Block(f:Function){Function}}}")]
    [InlineData("function g(f = 1) { { function f() {} } }",
        "Global(g:Function){Function(f:Parameter){FunctionBody{Block(f:Function){Function}}}}")]
    [InlineData("function g() { { function arguments() {} } }", "Global(g:Function){Function{Block(arguments:Function){Function}}}")]
    [InlineData("function g() { 'use strict'; { function f() {} } }", "Global(g:Function){Function{Block(f:Function){Function}}}")]
    [InlineData("{ l: function f() {} }", "Global{Block(f:Function){Function}}")]
    [InlineData("l: m: function f() {}", "Global(f:Function){Function}")]
    public void Scopes_FunctionsInBlocks_FollowAnnexB(string source, string expected) => AssertScopes(source, expected);

    [Theory]
    [InlineData("(class { })", "Global{Class}")]
    [InlineData("(class C extends D { m(a) { } })", "Global{Class(C:ClassName){Function(a:Parameter)}}")]
    [InlineData("class C { x = 1; static y = () => 2; z }", "Global(C:Class){Class(C:ClassName){ClassField ClassField{Function}}}")]
    [InlineData("class C { static { var a; let b; { let c } } }", "Global(C:Class){Class(C:ClassName){ClassStaticBlock(a:Var b:Let){Block(c:Let)}}}")]
    [InlineData("class C { [k] = 1; #p = 2; #m() { } }", "Global(C:Class){Class(C:ClassName){ClassField ClassField Function}}")]
    public void Scopes_Classes_HaveTheirOwn(string source, string expected) => AssertScopes(source, expected);

    [Theory]
    [InlineData("import a, { b, c as d, 'x' as e } from 'm'; import * as f from 'n';",
        "Module(a:Import b:Import d:Import e:Import f:Import)")]
    [InlineData("export const a = 1, { b } = c; export function f() {} export class D {}",
        "Module(a:Const b:Const f:Function D:Class){Function Class(D:ClassName)}")]
    [InlineData("export default function () {} export var v;", "Module(v:Var){Function}")]
    [InlineData("export default function f() {}", "Module(f:Function){Function}")]
    [InlineData("export default class C {}", "Module(C:Class){Class(C:ClassName)}")]
    [InlineData("{ function f() {} }", "Module{Block(f:Function){Function}}")]
    public void Scopes_Modules_DeclareImportsAndExports(string source, string expected) =>
        AssertScopes(source, expected, SourceType.Module);

    [Fact]
    public void Scopes_CommonJs_HasTheArgumentsOfItsWrapper() =>
        AssertScopes("arguments; var a;", "CommonJs(a:Var arguments:Arguments)", SourceType.CommonJs);

    [Theory]
    [InlineData("function f() { 'use strict'; }", true)]
    [InlineData("'use strict'; function f() { }", true)]
    [InlineData("function f() { }", false)]
    [InlineData("function f() { 'use\\x20strict'; }", false)]
    [InlineData("function f() { 'a'; \"use strict\"; }", true)]
    [InlineData("function f() { ; 'use strict'; }", false)]
    public void IsStrict_Function_FollowsDirectives(string source, bool strict) =>
        Assert.Equal(strict, ScopeText.Analyze(source).Scopes.Single(s => s.Kind == ScopeKind.Function).IsStrict);

    [Fact]
    public void IsStrict_Class_IsAlways() =>
        Assert.All(ScopeText.Analyze("class C { m() { } }").Scopes.Skip(1), scope => Assert.True(scope.IsStrict));

    private static void AssertScopes(string source, string expected, SourceType type = SourceType.Script) =>
        Assert.Equal(expected, ScopeText.OfScopes(ScopeText.Analyze(source, type)));
}
