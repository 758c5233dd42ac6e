using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Engine;

/// <summary>The nodes of a tree that rules start from, in the order of the source, and the way up from each node.</summary>
internal sealed class NodeIndex
{
    private readonly ParentLinks _links;
    private readonly List<CallExpression> _calls = [];
    private readonly List<NewExpression> _news = [];
    private readonly List<ImportExpression> _imports = [];
    private readonly List<MemberExpression> _members = [];
    private readonly List<AssignmentExpression> _assignments = [];
    private readonly List<VariableDeclarator> _declarators = [];
    private readonly List<IFunction> _functions = [];
    private readonly List<Property> _properties = [];
    private readonly List<StringLiteral> _strings = [];
    private readonly List<PropertyDefinition> _fields = [];
    private readonly List<BinaryExpression> _binaries = [];
    private readonly List<AwaitExpression> _awaits = [];
    private readonly List<IClass> _classes = [];
    private readonly List<Node> _tests = [];

    public NodeIndex(Program program) => _links = new ParentLinks(program, Add);

    public IReadOnlyList<CallExpression> Calls => _calls;

    public IReadOnlyList<NewExpression> News => _news;

    public IReadOnlyList<ImportExpression> Imports => _imports;

    public IReadOnlyList<MemberExpression> Members => _members;

    public IReadOnlyList<AssignmentExpression> Assignments => _assignments;

    public IReadOnlyList<VariableDeclarator> Declarators => _declarators;

    public IReadOnlyList<IFunction> Functions => _functions;

    public IReadOnlyList<Property> Properties => _properties;

    public IReadOnlyList<StringLiteral> Strings => _strings;

    public IReadOnlyList<PropertyDefinition> Fields => _fields;

    public IReadOnlyList<BinaryExpression> Binaries => _binaries;

    public IReadOnlyList<AwaitExpression> Awaits => _awaits;

    public IReadOnlyList<IClass> Classes => _classes;

    /// <summary>What asks for the truth of a value: statements and expressions with a condition, <c>!</c>, <c>&amp;&amp;</c> and <c>||</c>.</summary>
    public IReadOnlyList<Node> Tests => _tests;

    /// <summary>The node that a node is directly below; null for the program.</summary>
    public Node? ParentOf(Node node) => _links.ParentOf(node);

    /// <summary>The nodes above a node, the nearest first.</summary>
    public IEnumerable<Node> AncestorsOf(Node node)
    {
        for (var parent = ParentOf(node); parent is not null; parent = ParentOf(parent))
        {
            yield return parent;
        }
    }

    /// <summary>The function that a node lies in; null at the top of the file.</summary>
    public IFunction? FunctionOf(Node node) => AncestorsOf(node).OfType<IFunction>().FirstOrDefault();

    private void Add(Node node)
    {
        switch (node)
        {
            case CallExpression call:
                _calls.Add(call);
                break;
            case MemberExpression member:
                _members.Add(member);
                break;
            case IFunction function:
                _functions.Add(function);
                break;
            case StringLiteral text:
                _strings.Add(text);
                break;
            case Property property:
                _properties.Add(property);
                break;
            case VariableDeclarator declarator:
                _declarators.Add(declarator);
                break;
            case AssignmentExpression assignment:
                _assignments.Add(assignment);
                break;
            case PropertyDefinition field:
                _fields.Add(field);
                break;
            case BinaryExpression binary:
                _binaries.Add(binary);
                break;
            case AwaitExpression awaited:
                _awaits.Add(awaited);
                break;
            case NewExpression created:
                _news.Add(created);
                break;
            case ImportExpression import:
                _imports.Add(import);
                break;
            case IClass @class:
                _classes.Add(@class);
                break;
            case IfStatement or WhileStatement or DoWhileStatement or ForStatement or ConditionalExpression:
            case LogicalExpression { Operator: "&&" or "||" }:
            case UnaryExpression { Operator: "!" }:
                _tests.Add(node);
                break;
        }
    }
}
