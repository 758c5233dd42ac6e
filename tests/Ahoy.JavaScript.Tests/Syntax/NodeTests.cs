using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Syntax;
using Ahoy.JavaScript.Tests.Robustness;

namespace Ahoy.JavaScript.Tests.Syntax;

public sealed class NodeTests
{
    [Fact]
    public void Accept_OfEachNode_CallsTheMethodMadeForIt()
    {
        var visitor = new CountingVisitor();
        var root = JavaScriptParser.Parse(Samples.EveryConstruct).Root;

        visitor.Visit(root);

        Assert.Equal(root.DescendantsAndSelf().OfType<Identifier>().Count(), visitor.Identifiers);
        Assert.Equal(root.DescendantsAndSelf().OfType<CallExpression>().Count(), visitor.Calls);
    }

    [Fact]
    public void NodeVisitor_ForEachType_HasAMethod()
    {
        var types = typeof(Node).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Node)) && !type.IsAbstract).ToArray();

        Assert.All(types, type =>
        {
            Assert.True(type.IsSealed, $"{type.Name} is not sealed.");
            Assert.All(type.GetProperties(), property => Assert.False(property.CanWrite, $"{type.Name}.{property.Name} can be set."));
            Assert.NotNull(typeof(NodeVisitor).GetMethod("Visit" + type.Name, [type]));
        });
        string[] general = [nameof(NodeVisitor.Visit), nameof(NodeVisitor.VisitChildren)];
        var methods = typeof(NodeVisitor).GetMethods().Select(method => method.Name);
        Assert.Equal(types.Length, methods.Count(name => name.StartsWith("Visit") && !general.Contains(name)));
    }

    [Fact]
    public void Children_OfAShorthandProperty_HoldTheNameOnce()
    {
        var property = Assert.Single(JavaScriptParser.Parse("({ a })").Root.DescendantsAndSelf().OfType<Property>());

        Assert.Same(property.Key, property.Value);
        Assert.Single(property.Children);
    }

    [Fact]
    public void Children_OfATemplate_AreInTheOrderOfTheSource()
    {
        var template = Assert.Single(JavaScriptParser.Parse("`a${b}c${d}e`").Root.DescendantsAndSelf().OfType<TemplateLiteral>());

        Assert.Equal(
            ["TemplateElement", "Identifier", "TemplateElement", "Identifier", "TemplateElement"],
            template.Children.Select(child => child.Type));
    }

    [Fact]
    public void NodeList_OutsideItsBounds_Throws()
    {
        var body = JavaScriptParser.Parse("a").Root.Body;

        Assert.Throws<ArgumentOutOfRangeException>(() => body[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => body[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => default(NodeList<Node>)[0]);
        Assert.Empty(default(NodeList<Node>));
    }

    [Fact]
    public void Elements_OfAnArrayWithHoles_AreNullThere()
    {
        var array = Assert.Single(JavaScriptParser.Parse("[a, , b]").Root.DescendantsAndSelf().OfType<ArrayExpression>());

        Assert.Equal([true, false, true], array.Elements.Select(element => element is not null));
        Assert.Equal(2, array.Children.Count());
    }

    private sealed class CountingVisitor : NodeVisitor
    {
        public int Identifiers { get; private set; }

        public int Calls { get; private set; }

        public override void VisitIdentifier(Identifier node)
        {
            Identifiers++;
            base.VisitIdentifier(node);
        }

        public override void VisitCallExpression(CallExpression node)
        {
            Calls++;
            base.VisitCallExpression(node);
        }
    }
}
