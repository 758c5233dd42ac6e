using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.Recovery;

/// <summary>A broken statement does not hide the next: twenty functions, one of them broken in many ways.</summary>
public sealed class RecoveryTests
{
    private const int Functions = 20;
    private const int Broken = 7;

    public static TheoryData<string> BrokenBodies =>
    [
        "  if (a {\n    b();\n  }\n",
        "  if (a) {\n    b();\n",
        "  foo(a, b;\n",
        "  foo(a, b\n",
        "  foo(function () {\n    bar();\n",
        "  foo(() => {\n    bar();\n  };\n",
        "  const x = { a: 1, b: 2\n",
        "  const x = { a: 1 b: 2 };\n",
        "  const x = { a: 1,\n    b: {\n",
        "  const x = [1, 2, 3\n",
        "  const x = [1, 2 3];\n",
        "  const x = 'abc;\n",
        "  const x = `abc;\n",
        "  const x = `abc ${d;\n",
        "  const x = a ? b;\n",
        "  const x = ;\n",
        "  const = 1;\n",
        "  let 1a = 2;\n",
        "  return a +;\n",
        "  return a + * b;\n",
        "  for (let i = 0; i < n; i++ {\n    b();\n  }\n",
        "  for (let i = 0, i < n) { }\n",
        "  while (a\n    b();\n",
        "  try {\n    a();\n  }\n",
        "  switch (a) {\n    case 1:\n      b();\n",
        "  switch (a) {\n    b();\n  }\n",
        "  } \n",
        "  )\n",
        "  ]]\n",
        "  @decorated\n  foo();\n",
        "  a.b.;\n",
        "  a?.;\n",
        "  a => ;\n",
        "  (a, b) = > c;\n",
        "  class {\n    foo( { }\n  }\n",
        "  class A {\n    foo() {\n      a();\n    bar() { }\n",
        "  /* never closed\n",
        "  x = /abc\n",
        "  await foo();\n",
        "  import a from 'b';\n",
        "  export const a = 1;\n",
        "  var if = 1;\n",
        "  new;\n",
        "  else { a(); }\n",
        "  catch (e) { a(); }\n",
        "  a b c d\n",
        "  function () { }\n",
        "  function inner( { a();\n",
        "  #!$%&\n",
        "  \\\n",
    ];

    [Theory]
    [MemberData(nameof(BrokenBodies))]
    public void Parse_OneBrokenFunctionOfTwenty_KeepsTheOthersWhole(string body)
    {
        var source = string.Concat(Enumerable.Range(0, Functions).Select(i => FunctionOf(i, body)));

        var result = JavaScriptParser.Parse(source, new ParseOptions { SourceType = SourceType.CommonJs });

        Assert.NotEmpty(result.Errors);
        Assert.Equal(Whole(), WholeFunctionsIn(result));
    }

    [Theory]
    [InlineData("function broken( {\n")]
    [InlineData("function broken) {\n}\n")]
    [InlineData("function broken()\n")]
    [InlineData("function broken() \n  return 1;\n}\n")]
    [InlineData("function (a, b) {\n}\n")]
    [InlineData("exports.handler = function (context, event, callback {\n  callback();\n};\n")]
    [InlineData("exports.handler = (context, event callback) => {\n  callback();\n};\n")]
    [InlineData("exports.handler = async function (context, event, callback) {\n  callback(null, {\n};\n")]
    [InlineData("const a = {\n  b: 1,\n  c() {\n    d();\n\n")]
    [InlineData("const a = [\n  1,\n  2\n\n")]
    [InlineData("class A {\n  b() {\n    c();\n\n  d() {\n    e();\n  }\n")]
    [InlineData("if (a) {\n  b();\n\n")]
    [InlineData("foo(a\n")]
    [InlineData("}\n}\n")]
    public void Parse_BrokenStatementBetweenFunctions_KeepsThemWhole(string broken)
    {
        var functions = Enumerable.Range(0, Functions).Select(i => i == Broken ? broken : FunctionOf(i, ""));

        var result = JavaScriptParser.Parse(string.Concat(functions), new ParseOptions { SourceType = SourceType.CommonJs });

        Assert.NotEmpty(result.Errors);
        Assert.Equal(Whole(), WholeFunctionsIn(result));
    }

    [Fact]
    public void Parse_MissingBraceInAMethod_KeepsTheOtherMethods()
    {
        var result = JavaScriptParser.Parse("class A {\n  a() {\n    if (x) {\n      y();\n  }\n\n  b() {\n    z();\n  }\n\n  c() {\n  }\n}\n");

        var methods = result.Root.DescendantsAndSelf().OfType<MethodDefinition>().Select(method => ((Identifier)method.Key).Name);
        Assert.Equal(["a", "b", "c"], methods);
        Assert.NotEmpty(result.Errors);
    }

    [Fact]
    public void Parse_MissingExpression_LeavesAMissingName()
    {
        var result = JavaScriptParser.Parse("a = ;");

        var assignment = Assert.IsType<AssignmentExpression>(Assert.IsType<ExpressionStatement>(result.Root.Body[0]).Expression);
        Assert.True(Assert.IsType<Identifier>(assignment.Right).IsMissing);
        Assert.Equal((3, 3), (assignment.Right.Start, assignment.Right.End));
    }

    [Fact]
    public void Parse_StrayTokens_LeavesAnErrorStatement()
    {
        var result = JavaScriptParser.Parse("a();\n) ]\nb();");

        Assert.Equal(["ExpressionStatement", "ErrorStatement", "ExpressionStatement"], result.Root.Body.Select(node => node.Type));
        Assert.Equal("Expected a statement, but found ')'.", Assert.Single(result.Errors).Message);
    }

    [Fact]
    public void Parse_UnclosedBrace_IsReportedWhereItOpens()
    {
        var error = Assert.Single(JavaScriptParser.Parse("a();\nif (b) {\n  c();\n").Errors);

        Assert.Equal((SyntaxErrorCode.Unclosed, 12), (error.Code, error.Start));
    }

    private static string FunctionOf(int index, string brokenBody) =>
        $"function f{index}(a, b) {{\n{(index == Broken ? brokenBody : "")}  return g({{ a: `${{b}}`, c: [1, 2] }});\n}}\n\n";

    private static IEnumerable<string> Whole() =>
        Enumerable.Range(0, Functions).Where(i => i != Broken).Select(i => $"f{i} 2 1 ReturnStatement");

    /// <summary>The functions that stand in the tree with their parameters and their one statement, and are as long as they should be.</summary>
    private static IEnumerable<string> WholeFunctionsIn(ParseResult result) =>
        from function in result.Root.DescendantsAndSelf().OfType<FunctionDeclaration>()
        where function.Id is { } id && id.Name.StartsWith('f') && id.Name != $"f{Broken}"
            && result.Text[function.Start..function.End] == FunctionOf(int.Parse(id.Name[1..]), "").TrimEnd()
        select $"{function.Id!.Name} {function.Params.Count} {function.Body.Body.Count} {function.Body.Body[0].Type}";
}
