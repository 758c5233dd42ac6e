using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.Syntax;

public class ParentLinksTests
{
    [Fact]
    public void ParentOf_EachNode_IsTheOneThatHasItAsAChild()
    {
        var program = JavaScriptParser.Parse("const { a, b: [c = 1] } = f(`x${y}`); class D extends E { static #p = () => a?.b; }").Root;

        var links = new ParentLinks(program);

        Assert.All(program.DescendantsAndSelf(), node => Assert.All(node.Children, child => Assert.Same(node, links.ParentOf(child))));
        Assert.Null(links.ParentOf(program));
    }

    [Fact]
    public void Visit_IsGivenTheNodesInTheirOrder()
    {
        var program = JavaScriptParser.Parse("if (a) { b(c, d); } else e => e;").Root;
        var visited = new List<Node>();

        _ = new ParentLinks(program, visited.Add);

        Assert.Equal(program.DescendantsAndSelf(), visited);
    }

    [Fact]
    public void Part_OfATree_HasNoParentItself()
    {
        var program = JavaScriptParser.Parse("a(b);").Root;
        _ = new ParentLinks(program);

        Assert.Null(new ParentLinks(program.Body[0]).ParentOf(program.Body[0]));
    }
}
