using Ahoy.JavaScript.ControlFlow;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.ControlFlow;

public sealed class FunctionUseTests
{
    [Theory]
    [InlineData("function f() { }", FunctionUseKind.Declaration, typeof(FunctionDeclaration))]
    [InlineData("a(b, () => 1)", FunctionUseKind.Argument, typeof(CallExpression), 1)]
    [InlineData("new Promise(function () { })", FunctionUseKind.Argument, typeof(NewExpression), 0)]
    [InlineData("a.then(() => 1)", FunctionUseKind.Argument, typeof(CallExpression), 0)]
    [InlineData("(function () { })()", FunctionUseKind.Callee, typeof(CallExpression))]
    [InlineData("const f = async () => 1", FunctionUseKind.Variable, typeof(VariableDeclarator))]
    [InlineData("exports.handler = function () { }", FunctionUseKind.Assignment, typeof(AssignmentExpression))]
    [InlineData("({ f: () => 1 })", FunctionUseKind.Property, typeof(Property))]
    [InlineData("({ f() { } })", FunctionUseKind.Method, typeof(Property))]
    [InlineData("({ get f() { return 1 } })", FunctionUseKind.Method, typeof(Property))]
    [InlineData("class C { f() { } }", FunctionUseKind.Method, typeof(MethodDefinition))]
    [InlineData("class C { f = () => 1 }", FunctionUseKind.Property, typeof(PropertyDefinition))]
    [InlineData("export default () => 1", FunctionUseKind.DefaultExport, typeof(ExportDefaultDeclaration))]
    [InlineData("export default function () { }", FunctionUseKind.DefaultExport, typeof(FunctionDeclaration))]
    [InlineData("a || (() => 1)", FunctionUseKind.Other, typeof(LogicalExpression))]
    [InlineData("[() => 1]", FunctionUseKind.Other, typeof(ArrayExpression))]
    [InlineData("({ [() => 1]: 2 })", FunctionUseKind.Other, typeof(Property))]
    public void UseOf_Function_IsWhatStandsAroundIt(string source, FunctionUseKind kind, Type node, int argument = -1)
    {
        var model = Model(source);
        var use = model.UseOf(Functions(model)[0]);

        Assert.Equal(kind, use.Kind);
        Assert.IsType(node, use.Node);
        Assert.Equal(argument, use.ArgumentIndex);
    }

    [Theory]
    [InlineData("() => { return () => 1 }")]
    [InlineData("() => () => 1")]
    public void UseOf_FunctionThatIsReturned_IsTheReturn(string source)
    {
        var model = Model(source);

        Assert.Equal(FunctionUseKind.Returned, model.UseOf(Functions(model)[1]).Kind);
    }

    [Fact]
    public void GraphOf_Function_IsMadeOnce()
    {
        var model = Model("function f() { } class C { x = 1; static { } }");
        var owners = model.Program.DescendantsAndSelf().Where(n => n is IFunction or Program or StaticBlock or PropertyDefinition);

        Assert.All(owners, owner => Assert.Same(model.GraphOf(owner), model.GraphOf(owner)));
        Assert.Same(model.Scopes, model.Scopes);
    }

    [Fact]
    public void Parents_Tree_AreTheWayUp()
    {
        var model = Model("function f() { return a; }");
        var a = model.Program.DescendantsAndSelf().OfType<Identifier>().Single(i => i.Name == "a");

        Assert.Equal(
            ["ReturnStatement", "BlockStatement", "FunctionDeclaration", "Program"],
            model.Parents.AncestorsOf(a).Select(n => n.Type));
        Assert.Null(model.Parents.ParentOf(model.Program));
    }

    private static SemanticModel Model(string source) =>
        new(JavaScriptParser.Parse(source, new ParseOptions { SourceType = SourceType.Module }).Root);

    private static List<IFunction> Functions(SemanticModel model) => model.Program.DescendantsAndSelf().OfType<IFunction>().ToList();
}
