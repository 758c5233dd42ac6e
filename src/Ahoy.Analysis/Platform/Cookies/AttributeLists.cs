using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Cookies;

/// <summary>
/// Finds the elements of a list that is written out: through variables, <c>...spread</c>, <c>push</c>, <c>concat</c>,
/// <c>filter(Boolean)</c>, and both ways of a condition.
/// </summary>
internal sealed class AttributeLists
{
    /// <summary>Each condition doubles the lists that there can be; conditions after this many are left out.</summary>
    private const int MostLists = 16;

    private const int MaxDepth = 8;

    private readonly SourceFile _file;
    private readonly List<List<Expression>> _lists = [[]];

    private AttributeLists(SourceFile file) => _file = file;

    /// <summary>The lists that an expression can be, as far as their elements are known; none where it is no list.</summary>
    public static IReadOnlyList<IReadOnlyList<Expression>> Of(SourceFile file, Node? expression)
    {
        var lists = new AttributeLists(file);
        return lists.AddList(expression, MaxDepth) ? lists._lists : [];
    }

    private bool AddList(Node? expression, int depth)
    {
        if (depth == 0)
        {
            return false;
        }

        switch (_file.Constants.Follow(expression))
        {
            case ArrayExpression list:
                foreach (var element in list.Elements)
                {
                    AddElement(element, depth);
                }

                AddPushed(expression!, list);
                return true;
            case ConditionalExpression choice:
                var isList = false;
                Fork(() => isList |= AddList(choice.Consequent, depth - 1), () => isList |= AddList(choice.Alternate, depth - 1));
                return isList;
            case CallExpression { Callee: MemberExpression callee } call when _file.Constants.NameOf(callee) is "filter" or "concat":
                return AddList(callee.Object, depth - 1) && (_file.Constants.NameOf(callee) == "filter" || AddAll(call.Arguments, depth));
            default:
                return false;
        }
    }

    private bool AddAll(NodeList<Expression> arguments, int depth)
    {
        foreach (var argument in arguments)
        {
            if (!AddList(argument, depth - 1))
            {
                AddElement(argument, depth);
            }
        }

        return true;
    }

    private void AddElement(Expression? element, int depth)
    {
        switch (element)
        {
            case null:
                break;
            case SpreadElement spread:
                AddList(spread.Argument, depth - 1);
                break;
            case ConditionalExpression choice when depth > 0:
                Fork(() => AddElement(choice.Consequent, depth - 1), () => AddElement(choice.Alternate, depth - 1));
                break;
            case LogicalExpression { Operator: "&&" } condition when depth > 0:
                Fork(() => AddElement(condition.Right, depth - 1), static () => { });
                break;
            default:
                _lists.ForEach(list => list.Add(element));
                break;
        }
    }

    /// <summary>Goes both ways, each from the lists that there are.</summary>
    private void Fork(Action first, Action second)
    {
        if (_lists.Count * 2 > MostLists)
        {
            return;
        }

        var before = Copy();
        first();
        var after = Copy();
        _lists.Clear();
        _lists.AddRange(before);
        second();
        _lists.AddRange(after);
    }

    /// <summary>
    /// What is pushed to the list before it is used: for certain where that stands beside the list's declaration, else it may be,
    /// alone.
    /// </summary>
    private void AddPushed(Node use, ArrayExpression list)
    {
        var block = StatementListOf(list);
        var before = Copy();
        foreach (var reference in _file.Scopes.BindingOf(use)?.References ?? [])
        {
            if (reference.Identifier.Start < use.Start
                && _file.Nodes.ParentOf(reference.Identifier) is MemberExpression member
                && _file.Constants.NameOf(member) == "push"
                && _file.Nodes.ParentOf(member) is CallExpression push)
            {
                var isCertain = ReferenceEquals(StatementListOf(push), block) && !IsConditional(push);
                var lists = isCertain ? _lists : [.. before.Select(elements => new List<Expression>(elements))];
                lists.ForEach(elements => elements.AddRange(push.Arguments.Where(argument => argument is not SpreadElement)));
                if (!isCertain && _lists.Count < MostLists)
                {
                    _lists.AddRange(lists);
                }
            }
        }
    }

    /// <summary>Whether a call is made on some paths only: <c>until ? list.push(…) : list.push(…)</c>.</summary>
    private bool IsConditional(Node call) =>
        _file.Nodes.AncestorsOf(call).TakeWhile(static above => above is not Statement).Any(static above => above is ConditionalExpression or LogicalExpression);

    private Node? StatementListOf(Node node) => _file.Nodes.AncestorsOf(node).FirstOrDefault(above => above is BlockStatement or Program or SwitchCase
        || _file.Nodes.ParentOf(above) is IfStatement);

    private List<List<Expression>> Copy() => _lists.ConvertAll(list => new List<Expression>(list));
}
