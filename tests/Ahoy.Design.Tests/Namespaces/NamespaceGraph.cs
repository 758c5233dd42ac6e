namespace Ahoy.Design.Tests.Namespaces;

/// <summary>The namespaces of an assembly, with an arrow wherever a type of one refers to a type of the other.</summary>
internal sealed class NamespaceGraph
{
    private const int MostShown = 6;

    private readonly Dictionary<string, Dictionary<string, TypeReference[]>> _arrows;

    public NamespaceGraph(IEnumerable<TypeReference> references)
    {
        // What source generators and the compiler add has namespaces of its own.
        _arrows = references
            .Where(reference => IsOurs(reference.From) && IsOurs(reference.To) && reference.From.Namespace != reference.To.Namespace)
            .GroupBy(reference => reference.From.Namespace)
            .ToDictionary(
                from => from.Key,
                from => from.GroupBy(reference => reference.To.Namespace).ToDictionary(to => to.Key, to => to.ToArray()));
    }

    /// <summary>
    /// The circles, the shortest first, described by the types that make them. After each, its arrow with the fewest types is taken away, so
    /// that one arrow too much counts once, through however many namespaces it goes. The graph has no circle in the end.
    /// </summary>
    public IReadOnlyList<string> TakeCircles()
    {
        var circles = new List<string>();
        while (ShortestCircle() is { } circle)
        {
            circles.Add(Describe(circle));
            var (from, to) = Steps(circle).MinBy(step => _arrows[step.From][step.To].Length);
            _arrows[from].Remove(to);
        }

        return circles;
    }

    private static bool IsOurs(TypeName type) => type.Namespace == "Ahoy" || type.Namespace.StartsWith("Ahoy.", StringComparison.Ordinal);

    private string[]? ShortestCircle() =>
        _arrows.Keys.Order(StringComparer.Ordinal).Select(ShortestCircleThrough).OfType<string[]>().MinBy(circle => circle.Length);

    private string[]? ShortestCircleThrough(string start)
    {
        var cameFrom = new Dictionary<string, string>();
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var current))
        {
            foreach (var next in _arrows.GetValueOrDefault(current, []).Keys.Order(StringComparer.Ordinal))
            {
                if (next == start)
                {
                    return Path(cameFrom, start, current);
                }

                if (cameFrom.TryAdd(next, current))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return null;
    }

    private static string[] Path(Dictionary<string, string> cameFrom, string start, string end)
    {
        var path = new Stack<string>([end]);
        while (path.Peek() != start)
        {
            path.Push(cameFrom[path.Peek()]);
        }

        return [.. path];
    }

    private static IEnumerable<(string From, string To)> Steps(string[] circle) =>
        circle.Select((from, i) => (from, circle[(i + 1) % circle.Length]));

    private string Describe(string[] circle)
    {
        var steps = Steps(circle).Select(step =>
        {
            var types = _arrows[step.From][step.To];
            var shown = string.Join(", ", types.Take(MostShown).Select(type => $"{type.From.Name} → {type.To.Name}"));
            return $"  {step.From} → {step.To} ({types.Length}): {shown}";
        });
        return string.Join('\n', steps.Prepend(string.Join(" → ", circle.Append(circle[0]))));
    }
}
