using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow.Origins;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Tracking;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>Anybody can have messages and calls sent to anybody.</summary>
internal sealed class Ahoy4010OpenSender : FileRule
{
    private static readonly Dictionary<string, string> s_resources = new(StringComparer.Ordinal)
    {
        ["messages"] = "sends a message",
        ["calls"] = "places a call",
        ["participants"] = "places a call",
        ["verifications"] = "sends a verification",
    };

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY4010",
        RuleCategory.Project,
        Severity.Warning,
        "Anybody can send to any number by a public Function",
        "This {0} to a number that comes from the request ('{1}'), the Function is public, and nothing before it can refuse: whoever finds its address can run up your bill. Make it protected, or check a secret, the caller, or a list of numbers first.");

    public override bool EndpointsOnly => true;

    public override void Check(FileContext file, FindingSink findings)
    {
        if (file.Resource.Visibility != Visibility.Public || !file.Source.Mentions("create") || file.Source.Handlers.Known.Any(handler => handler.Wrapper is not null))
        {
            return;
        }

        RequestInput? input = null;
        Refusals? refusals = null;
        foreach (var call in file.Source.Nodes.Calls)
        {
            if (SendingOf(file.Source, call) is not (var what, var to))
            {
                continue;
            }

            input ??= new RequestInput(file.Source);
            if (input.Of(to) is not { Name: not "From" } source)
            {
                continue;
            }

            refusals ??= new Refusals(file.Source, input);
            if (!refusals.CanPrecede(call))
            {
                findings.Report(((MemberExpression)call.Callee.Unchained()!).Property, what, source.Name);
            }
        }
    }

    /// <summary>What a REST call does, and to whom; null where it sends nothing, or that is not known.</summary>
    private static (string What, Node To)? SendingOf(SourceFile file, CallExpression call)
    {
        if (call.Callee.Unchained() is not MemberExpression callee
            || file.Constants.NameOf(callee) != "create"
            || callee.Object.Unchained() is not MemberExpression resource
            || file.Constants.NameOf(resource) is not { } name
            || !s_resources.TryGetValue(name, out var what)
            || file.Constants.Follow(call.Arguments.ArgumentAt(0)) is not ObjectExpression options
            || OriginFinder.Of(file).Find(callee).Kind != OriginKind.TwilioClient)
        {
            return null;
        }

        var to = options.Properties.OfType<Property>().FirstOrDefault(property => file.Constants.NameOf(property) == "to");
        return to is null ? null : (what, to.Value);
    }
}
