using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Tracking;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>A variable is read from <c>context</c> that nobody sets.</summary>
internal sealed class Ahoy4001UnknownVariable : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY4001",
        RuleCategory.Project,
        Severity.Info,
        "A variable is read from context that nobody sets",
        "'{0}' is neither in the project's environment file nor a variable that the platform sets: here it is undefined.{1} Add it to the file, or test for it.");

    public override void Check(FileContext file, FindingSink findings)
    {
        if (!file.Project.HasEnvFile)
        {
            return;
        }

        var reads = PropertyReads.Find(file.Source, ParameterValues.Context(file.Source));
        if (reads.All.Count == 0 || IsExtended(file))
        {
            return;
        }

        var own = PropertyReads.Find(file.Source, ParameterValues.HandlersContext(file.Source));
        foreach (var read in reads.All)
        {
            // What libraries call context may be something else: there only names count that look like a variable's.
            if (IsUnknown(file, read.Name)
                && (IsVariableName(read.Name) || own.All.Any(handlers => ReferenceEquals(handlers.Place, read.Place)))
                && !reads.IsWritten(read.Name)
                && !IsPrepared(file, reads, read.Name))
            {
                Report(file, findings, read);
            }
        }
    }

    private static void Report(FileContext file, FindingSink findings, PropertyRead read)
    {
        var closest = ClosestName.Find(read.Name, file.Project.Variables.Concat(ContextVariables.Names));
        findings.Report(read.Place, read.Name, closest is null ? "" : $" Did you mean '{closest}'?");
    }

    private static bool IsUnknown(FileContext file, string name) =>
        name != ContextVariables.TwilioClientMethod
        && !ContextVariables.Contains(name)
        && !file.Project.HasVariable(name);

    private static bool IsVariableName(string name) => name.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');

    /// <summary>Whether the code is anywhere prepared for the variable not to be there.</summary>
    private static bool IsPrepared(FileContext file, PropertyReads reads, string name) =>
        reads.IsTested(name)
        || reads.IsAskedFor(name)
        || reads.All.Any(read => read.Name == name && Presence.IsTestedByName(file.Source, TakenBy(file, read)));

    private static Node TakenBy(FileContext file, PropertyRead read) =>
        read.Reader is ObjectPattern && file.Source.Nodes.ParentOf(read.Place) is Property property ? property : read.Reader;

    /// <summary>Whether something is mixed into the context, so that nothing is known of its properties.</summary>
    private static bool IsExtended(FileContext file)
    {
        var context = ParameterValues.Context(file.Source);
        return file.Source.Nodes.Calls.Any(call =>
            call.Callee is MemberExpression { Object: Identifier { Name: "Object" } } callee
            && file.Source.Constants.NameOf(callee) == "assign"
            && context.Of(call.Arguments.ArgumentAt(0)) == 0);
    }
}
