using Ahoy.Analysis.Engine;
using Ahoy.Analysis.TwiML.Addresses;
using Ahoy.Analysis.TwiML.Paths;

namespace Ahoy.Analysis.Rules.TwiML;

/// <summary>Redirects lead round in a circle that nothing ends.</summary>
internal sealed class Ahoy7003RedirectCircle : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY7003",
        RuleCategory.TwiML,
        Severity.Warning,
        "Redirects lead round in a circle",
        "This redirect closes a circle that no path leaves and in which nothing waits ({0}): Twilio goes round until it gives up with an error. Let one of them end the call, or wait for the caller.");

    public override bool ReadsMarkup => true;

    public override void Check(FileContext file, FindingSink findings)
    {
        if (!file.Project.IsKnown || AddressTarget.DocumentOf(file.Resource) is null || RedirectSummary.Of(file.Source).Redirects.Count == 0)
        {
            return;
        }

        var circle = new Circle(file);
        var members = circle.Find();
        if (members.Count == 0 || members.Any(member => string.CompareOrdinal(member.Path, file.Resource.Path) > 0))
        {
            return;
        }

        var redirect = RedirectSummary.Of(file.Source).Redirects.First(use => members.Any(member => member.Path == AddressTarget.PathOf(use, file.Resource)));
        findings.Report(TargetFinding.At(Descriptor, redirect, string.Join(" → ", members.Select(member => member.Path).Append(members[0].Path))));
    }

    /// <summary>Follows redirects through the project's files, of which it reads those alone that a redirect leads to.</summary>
    private sealed class Circle(FileContext file)
    {
        private readonly Dictionary<string, List<string>> _next = new(StringComparer.Ordinal);
        private readonly Dictionary<string, ProjectResource> _resources = new(StringComparer.Ordinal);

        /// <summary>The resources of the circle that the file is part of, beginning with it; none where there is none, or some path leaves it.</summary>
        public IReadOnlyList<ProjectResource> Find()
        {
            Read(file.Resource, file.Source);
            Close();
            var start = file.Resource.Path;
            if (!_next.ContainsKey(start))
            {
                return [];
            }

            var members = ReachableFrom(start).Where(path => ReachableFrom(path).Contains(start)).ToList();
            return [.. members.Select(path => _resources[path])];
        }

        private void Read(ProjectResource resource, SourceFile? source)
        {
            var pending = new Stack<(ProjectResource Resource, SourceFile? Source)>();
            pending.Push((resource, source));
            while (pending.Count > 0)
            {
                var (current, text) = pending.Pop();
                if (_resources.ContainsKey(current.Path))
                {
                    continue;
                }

                _resources[current.Path] = current;
                if (text is null || RedirectSummary.Of(text).Redirects is not { Count: > 0 } redirects)
                {
                    continue;
                }

                var targets = redirects.Select(use => AddressTarget.PathOf(use, current) is { } path ? AddressTarget.Find(file.Project, path) : null).ToList();
                if (targets.Exists(target => target is null or { Visibility: Visibility.Private }))
                {
                    continue;
                }

                _next[current.Path] = targets.ConvertAll(target => target!.Path);
                foreach (var target in targets)
                {
                    pending.Push((target!, target!.File == file.Resource.File ? file.Source : RuleEngine.Analyzes(target) ? file.Others.Find(target) : null));
                }
            }
        }

        /// <summary>Leaves out whatever some path leads out of.</summary>
        private void Close()
        {
            List<string> open;
            do
            {
                open = [.. _next.Where(pair => !pair.Value.TrueForAll(_next.ContainsKey)).Select(pair => pair.Key)];
                foreach (var path in open)
                {
                    _next.Remove(path);
                }
            }
            while (open.Count > 0);
        }

        private List<string> ReachableFrom(string start)
        {
            var reached = new List<string>();
            var pending = new Stack<string>([start]);
            while (pending.Count > 0)
            {
                foreach (var next in _next[pending.Pop()])
                {
                    if (!reached.Contains(next))
                    {
                        reached.Add(next);
                        pending.Push(next);
                    }
                }
            }

            return reached;
        }
    }
}
