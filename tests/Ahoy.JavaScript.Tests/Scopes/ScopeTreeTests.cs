using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.Scopes;

public sealed class ScopeTreeTests
{
    [Fact]
    public void FreeVariables_Program_AreListedOnceWithTheirUses()
    {
        var tree = ScopeText.Analyze("require('a'); module.exports = () => require(b); var c; c;", SourceType.CommonJs);

        Assert.Equal(["require", "module", "b"], tree.FreeVariables.Select(v => v.Name));
        Assert.Equal([0, 37], tree.FreeVariables[0].References.Select(r => r.Identifier.Start));
    }

    [Fact]
    public void BindingOf_Identifier_IsTheSameObjectForAllItsReferences()
    {
        var tree = ScopeText.Analyze("let a = 1; f(a, a.a);");
        var arguments = Nodes<CallExpression>(tree).Single().Arguments;
        var binding = tree.BindingOf(arguments[0]);

        Assert.NotNull(binding);
        Assert.Same(binding, tree.BindingOf(((MemberExpression)arguments[1]).Object));
        Assert.Null(tree.BindingOf(((MemberExpression)arguments[1]).Property));
        Assert.Equal([4, 13, 16], binding.References.Select(r => r.Identifier.Start));
        Assert.True(tree.IsFree(Nodes<CallExpression>(tree).Single().Callee, "f"));
        Assert.False(tree.IsFree(arguments[0], "a"));
    }

    [Theory]
    [InlineData("const a = 1;", true)]
    [InlineData("let a = 1; a;", true)]
    [InlineData("let a = 1; a = 2;", false)]
    [InlineData("let a = 1; () => a++;", false)]
    [InlineData("var a = 1; var a;", false)]
    [InlineData("var a = 1; eval('');", false)]
    [InlineData("let a; a = 1;", false)]
    [InlineData("let a = 1; [a] = b;", false)]
    public void ConstantValue_Variable_IsItsInitializerIfNothingElseWrites(string source, bool constant)
    {
        var binding = ScopeText.Analyze(source).Root.Find("a");

        Assert.Equal(constant, binding!.ConstantValue is NumericLiteral { Value: 1 });
    }

    [Theory]
    [InlineData("function a() { }", true)]
    [InlineData("function a() { } a = 1;", false)]
    [InlineData("function a() { } function a() { }", false)]
    [InlineData("{ function a() { } }", false)]
    [InlineData("class a { }", true)]
    public void IsConstant_Declaration_IsLostByWritingIt(string source, bool constant) =>
        Assert.Equal(constant, ScopeText.Analyze(source).Root.Find("a")!.IsConstant);

    [Fact]
    public void ConstantValue_Pattern_IsNotKnown()
    {
        var tree = ScopeText.Analyze("const { a } = b, c = d;");

        Assert.Null(tree.Root.Find("a")!.ConstantValue);
        Assert.NotNull(tree.Root.Find("c")!.ConstantValue);
    }

    [Theory]
    [InlineData("(callback) => { f(() => callback()); }", true)]
    [InlineData("(callback) => { f(() => () => callback = 1); }", true)]
    [InlineData("(callback) => { f((callback) => callback()); }", false)]
    [InlineData("(callback) => { f(() => 1); callback(); }", false)]
    [InlineData("(callback) => { f(() => eval('callback()')); }", true)]
    public void Captures_InnerFunction_TellsWhetherItUsesTheVariable(string source, bool captures)
    {
        var tree = ScopeText.Analyze(source);
        var outer = Nodes<ArrowFunctionExpression>(tree).First();
        var inner = (IFunction)Nodes<CallExpression>(tree).First(c => c.Callee is Identifier { Name: "f" }).Arguments[0];
        var binding = tree.ScopeOf(outer)!.Find("callback")!;

        Assert.Equal(captures, tree.Captures(inner, binding));
        Assert.False(tree.Captures(outer, binding));
    }

    [Theory]
    [InlineData("x;", ScopeKind.Global)]
    [InlineData("function f() { x }", ScopeKind.Function)]
    [InlineData("function x() { }", ScopeKind.Global)]
    [InlineData("(function x() { })", ScopeKind.FunctionName)]
    [InlineData("function f(x) { }", ScopeKind.Function)]
    [InlineData("function f(a = x) { a }", ScopeKind.Function)]
    [InlineData("function f(a = 1) { x }", ScopeKind.FunctionBody)]
    [InlineData("switch (x) { case 1: let a }", ScopeKind.Global)]
    [InlineData("switch (a) { case x: let a }", ScopeKind.Switch)]
    [InlineData("with (x) ;", ScopeKind.Global)]
    [InlineData("with (a) x;", ScopeKind.With)]
    [InlineData("class C { [x] = 1 }", ScopeKind.Class)]
    [InlineData("class C { a = x }", ScopeKind.ClassField)]
    [InlineData("class C { static { x } }", ScopeKind.ClassStaticBlock)]
    [InlineData("try { } catch (x) { }", ScopeKind.Catch)]
    [InlineData("{ let a; } x", ScopeKind.Global)]
    [InlineData("{ let a; x }", ScopeKind.Block)]
    [InlineData("x => 1", ScopeKind.Function)]
    public void EnclosingScope_Identifier_IsTheInnermost(string source, ScopeKind expected)
    {
        var tree = ScopeText.Analyze(source);
        var identifier = Nodes<Identifier>(tree).First(i => i.Name == "x");

        Assert.Equal(expected, tree.EnclosingScope(identifier).Kind);
        Assert.Equal(tree.ReferenceOf(identifier)!.Value.Scope.Kind, tree.EnclosingScope(identifier).Kind);
    }

    [Fact]
    public void EnclosingFunction_OfFunctions_IsTheOneAround()
    {
        var tree = ScopeText.Analyze("function f() { return a => function () { b }; } class C { x = () => 1; }");
        var functions = Nodes<Node>(tree).OfType<IFunction>().ToList();

        Assert.Null(tree.EnclosingFunction((Node)functions[0]));
        Assert.Same(functions[0], tree.EnclosingFunction((Node)functions[1]));
        Assert.Same(functions[1], tree.EnclosingFunction((Node)functions[2]));
        Assert.Same(functions[2], tree.EnclosingFunction(Nodes<Identifier>(tree).First(i => i.Name == "b")));
        Assert.Null(tree.EnclosingFunction((Node)functions[3]));
        Assert.Same(functions[1], tree.ScopeOf((Node)functions[1])!.Function);
    }

    [Fact]
    public void EnclosingScope_NodeThatStartsWithAFunction_IsNotInIt()
    {
        var tree = ScopeText.Analyze("a => a, 1; function f() { }");

        Assert.Equal(ScopeKind.Global, tree.EnclosingScope(Nodes<SequenceExpression>(tree).Single()).Kind);
        Assert.Equal(ScopeKind.Global, tree.EnclosingScope(Nodes<ExpressionStatement>(tree).Single()).Kind);
        Assert.Equal(ScopeKind.Global, tree.EnclosingScope(Nodes<FunctionDeclaration>(tree).Single()).Kind);
    }

    [Fact]
    public void ScopeOf_Node_IsTheOneItOpens()
    {
        var tree = ScopeText.Analyze("{ let a } { b } for (let c;;) ; (function n() { })");

        Assert.Equal(ScopeKind.Block, tree.ScopeOf(tree.Program.Body[0])!.Kind);
        Assert.Null(tree.ScopeOf(tree.Program.Body[1]));
        Assert.Equal(ScopeKind.For, tree.ScopeOf(tree.Program.Body[2])!.Kind);
        Assert.Equal(ScopeKind.Function, tree.ScopeOf(Nodes<FunctionExpression>(tree).Single())!.Kind);
        Assert.Same(tree.Root, tree.ScopeOf(tree.Program));
    }

    [Fact]
    public void Resolve_Name_LooksOutwards()
    {
        var tree = ScopeText.Analyze("let a; function f(b) { { let c } }");
        var block = tree.Scopes.Single(s => s.Kind == ScopeKind.Block);

        Assert.Equal(BindingKind.Let, block.Resolve("a")!.Kind);
        Assert.Equal(BindingKind.Parameter, block.Resolve("b")!.Kind);
        Assert.Null(tree.Root.Resolve("c"));
        Assert.Null(block.Resolve("d"));
    }

    [Theory]
    [InlineData("var a, f; f(]; let b; { let c")]
    [InlineData("function (")]
    [InlineData("class { x = ")]
    [InlineData("import { from")]
    [InlineData("for (let of")]
    public void Create_BrokenSource_StillGivesATree(string source) =>
        Assert.True(ScopeText.Analyze(source, SourceType.Module).ScopeCount > 0);

    [Theory]
    [InlineData("{ let b; ", "}", "a", 1_900)]
    [InlineData("if (b) ; else ", "", "a", 1_900)]
    [InlineData("() => { ", " }", "a", 900)]
    [InlineData("[", "]", "a", 1_900)]
    [InlineData("a + ", "", "a", 100_000)]
    [InlineData("a[b].c || ", "", "a", 50_000)]
    public void Create_DeepNesting_DoesNotExhaustTheStack(string open, string close, string inner, int depth)
    {
        var source = string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));
        var program = JavaScriptParser.Parse(source).Root;

        SmallStack.Run(() => Assert.Contains(ScopeTree.Create(program).References, r => r.Identifier.Name == "a"));
    }

    [Fact]
    public void Create_DeepPattern_DoesNotExhaustTheStack()
    {
        const int depth = 1_900;
        var program = JavaScriptParser.Parse("let " + new string('[', depth) + "a" + new string(']', depth) + " = b;").Root;

        SmallStack.Run(() => Assert.Equal("a", ScopeTree.Create(program).Root.Bindings.Single().Name));
    }

    [Fact]
    public void Create_ManyTimes_GivesIndependentTrees()
    {
        var first = ScopeText.Analyze("function f(a) { return a + b }");
        ScopeText.Analyze("var a, b, c; function b() { }");
        var again = ScopeText.Analyze("function f(a) { return a + b }");

        Assert.Equal(ScopeText.OfReferences(first), ScopeText.OfReferences(again));
        Assert.Equal("f d→Function@Global, a d→Parameter@Function, a r→Parameter@Function, b r→free", ScopeText.OfReferences(again));
    }

    private static IEnumerable<T> Nodes<T>(ScopeTree tree)
        where T : Node => tree.Program.DescendantsAndSelf().OfType<T>();
}
