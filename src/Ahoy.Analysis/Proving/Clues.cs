using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Syntax;
using static Ahoy.Analysis.Proving.ClueReader;

namespace Ahoy.Analysis.Proving;

/// <summary>
/// What a Function's code says of the requests, variables and answers that it tells apart: which names it reads, and what it compares them with. A search for a run begins with these.
/// </summary>
internal sealed class Clues
{
    private const int MostPasses = 4;

    private readonly SourceFile _file;
    private readonly SortedDictionary<string, NameClue> _names = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Source)> _aliases = [];
    private readonly SortedSet<string> _event = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _context = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _headers = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _cookies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _events = ["event"];
    private readonly HashSet<string> _contexts = ["context"];

    private Clues(SourceFile file)
    {
        _file = file;
        foreach (var handler in file.Get(static parsed => HandlerFinder.Find(parsed)).Known)
        {
            ReadParameter(handler.Event, _events, _event);
            ReadParameter(handler.Context, _contexts, _context);
        }

        Visit(file.Program);
        for (var pass = 0; pass < MostPasses && Spread(); pass++)
        {
        }
    }

    /// <summary>The names that the code knows, and what it says of each.</summary>
    public IReadOnlyDictionary<string, NameClue> Names => _names;

    /// <summary>The parameters that are read of the event.</summary>
    public IEnumerable<string> Event => _event;

    /// <summary>The variables that are read.</summary>
    public IEnumerable<string> Context => _context;

    /// <summary>The headers that are read and that the platform passes on, in lower case.</summary>
    public IEnumerable<string> Headers => _headers.Where(header => !RestrictedHeaders.Contains(header));

    /// <summary>The cookies that are read.</summary>
    public IEnumerable<string> Cookies => _cookies;

    /// <summary>Reads a file.</summary>
    public static Clues Of(SourceFile file) => new(file);

    private static void ReadParameter(Node? parameter, HashSet<string> names, SortedSet<string> read)
    {
        switch (parameter)
        {
            case Identifier identifier:
                names.Add(identifier.Name);
                break;
            case AssignmentPattern { Left: var inner }:
                ReadParameter(inner, names, read);
                break;
            case ObjectPattern pattern:
                foreach (var (key, _) in KeysOf(pattern))
                {
                    read.Add(key);
                }

                break;
        }
    }

    // What holds of a variable holds of what it was made of.
    private bool Spread()
    {
        var isNew = false;
        foreach (var (name, source) in _aliases)
        {
            if (name != source && _names.TryGetValue(name, out var known))
            {
                isNew |= ClueOf(source).Take(known);
            }
        }

        return isNew;
    }

    private void Visit(Node node)
    {
        switch (node)
        {
            case VariableDeclarator declarator:
                ReadDeclarator(declarator.Id, declarator.Init);
                break;
            case AssignmentExpression { Left: Identifier or ObjectPattern } assignment:
                ReadDeclarator(assignment.Left, assignment.Right);
                break;
            case BinaryExpression comparison:
                ReadComparison(comparison);
                break;
            case SwitchStatement choice:
                foreach (var arm in choice.Cases)
                {
                    Compare(choice.Discriminant, arm.Test);
                }

                break;
            case CallExpression call:
                ReadCall(call);
                break;
            case MemberExpression member:
                ReadMember(member);
                break;
            case ForOfStatement loop:
                NamesIn(loop.Right).ForEach(name => AddMember(name, "forEach"));
                break;
            case IFunction function:
                foreach (var parameter in function.Params)
                {
                    if (parameter is ObjectPattern pattern)
                    {
                        KeysOf(pattern).ForEach(key => ClueOf(key.Key).IsField = true);
                    }
                }

                break;
        }

        foreach (var child in node.Children)
        {
            Visit(child);
        }
    }

    private void ReadDeclarator(Node id, Expression? init)
    {
        if (init is null)
        {
            return;
        }

        if (id is Identifier variable)
        {
            foreach (var name in NamesIn(init))
            {
                _aliases.Add((variable.Name, name));
            }

            return;
        }

        if (id is not ObjectPattern pattern)
        {
            return;
        }

        var source = Unwrap(init);
        foreach (var (key, local) in KeysOf(pattern))
        {
            if (source is Identifier { Name: var whole } && _events.Contains(whole))
            {
                _event.Add(key);
            }
            else if ((source is Identifier { Name: var variables } && _contexts.Contains(variables)) || IsEnvironment(source))
            {
                _context.Add(key);
            }
            else if (HeadersOf(source) is { } kind)
            {
                kind.Add(kind == _headers ? key.ToLowerInvariant() : key);
            }
            else
            {
                ClueOf(key).IsField = true;
                NamesIn(init).ForEach(name => AddMember(name, key));
            }

            if (local is not null)
            {
                _aliases.Add((local, key));
            }
        }
    }

    private void ReadComparison(BinaryExpression comparison)
    {
        if (comparison.Operator is "in")
        {
            if (comparison.Left is StringLiteral key && comparison.Right is Identifier { Name: var whole } && _events.Contains(whole))
            {
                _event.Add(key.Value);
            }

            return;
        }

        if (comparison.Operator is "===" or "==" or "!==" or "!=" or "<" or ">" or "<=" or ">=" && comparison.Left is Expression left)
        {
            Compare(left, comparison.Right);
            Compare(comparison.Right, left);
        }
    }

    private void Compare(Expression subject, Expression? value)
    {
        if (value is not null && ValueOf(value) is { } literal)
        {
            NamesIn(subject).ForEach(name => AddLiteral(name, literal));
        }
    }

    private void ReadCall(CallExpression call)
    {
        if (call.Callee is not MemberExpression { Computed: false, Property: Identifier { Name: var method }, Object: var subject } || call.Arguments.Count == 0)
        {
            return;
        }

        switch (method)
        {
            case "includes" or "indexOf" when Unwrap(subject) is ArrayExpression list:
                foreach (var element in list.Children.OfType<Expression>())
                {
                    Compare(call.Arguments[0], element);
                }

                break;
            case "test" when Unwrap(subject) is RegExpLiteral pattern:
                AddPattern(call.Arguments[0], pattern);
                break;
            case "match" or "search" or "replace" when call.Arguments[0] is RegExpLiteral pattern:
                AddPattern(subject, pattern);
                break;
            case "split":
            case "includes" or "startsWith" or "endsWith" or "indexOf" or "localeCompare" or "match" or "search":
                Compare(subject, call.Arguments[0]);
                break;
        }
    }

    private void ReadMember(MemberExpression member)
    {
        if (NameOf(member) is not { } name)
        {
            // A look-up in a table: its keys are what the code tells apart.
            if (member is { Computed: true, Object: Identifier table, Property: Expression key } && TableOf(table.Name) is { } found)
            {
                foreach (var entry in found.Properties.OfType<Property>())
                {
                    if (KeyOf(entry) is { } literal)
                    {
                        NamesIn(key).ForEach(subject => AddLiteral(subject, literal));
                    }
                }
            }

            return;
        }

        var source = Unwrap(member.Object);
        if (source is Identifier { Name: var whole } && _events.Contains(whole))
        {
            _event.Add(name);
        }
        else if ((source is Identifier { Name: var variables } && _contexts.Contains(variables)) || IsEnvironment(source))
        {
            _context.Add(name);
        }
        else if (HeadersOf(source) is { } kind)
        {
            kind.Add(kind == _headers ? name.ToLowerInvariant() : name);
        }
        else if (source is not Identifier { Name: var known } || !NotValues.Contains(known))
        {
            var isCalled = _file.Nodes.ParentOf(member) is CallExpression { Callee: var callee } && ReferenceEquals(callee, member);
            ClueOf(name).IsField |= !isCalled;
        }

        foreach (var owner in NamesIn(source))
        {
            AddMember(owner, name);
        }
    }

    private static bool IsEnvironment(Expression source) => source is MemberExpression { Object: Identifier { Name: "process" }, Property: Identifier { Name: "env" } };

    private SortedSet<string>? HeadersOf(Expression source) => NameOf(source as MemberExpression) switch
    {
        "headers" => _headers,
        "cookies" => _cookies,
        _ => null,
    };

    private ObjectExpression? TableOf(string name) =>
        _file.Nodes.Declarators.FirstOrDefault(declarator => declarator.Id is Identifier id && id.Name == name)?.Init is { } init ? Unwrap(init) as ObjectExpression : null;

    private void AddPattern(Expression subject, RegExpLiteral pattern) =>
        NamesIn(subject).ForEach(name => AddLiteral(name, new PatternClue(pattern.Pattern)));

    private NameClue ClueOf(string name)
    {
        if (!_names.TryGetValue(name, out var clue))
        {
            _names.Add(name, clue = new NameClue());
        }

        return clue;
    }

    private void AddLiteral(string name, object literal)
    {
        var known = ClueOf(name).Literals;
        if (!known.Contains(literal))
        {
            known.Add(literal);
        }
    }

    private void AddMember(string name, string member)
    {
        var known = ClueOf(name).Members;
        if (!known.Contains(member))
        {
            known.Add(member);
        }
    }
}
