using Ahoy.Analyzers.Infrastructure;
using Ahoy.Analyzers.Infrastructure.Vocabulary.Requests;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analyzers.Rules.Headers;

/// <summary>A request header is read by a name that it never has.</summary>
internal sealed class Ahoy3002CapitalHeaderName : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY3002",
        RuleCategory.Headers,
        Severity.Warning,
        "A request header is read by a name with capital letters",
        "The names of request headers arrive in lower case, so that '{0}' is always undefined. Read '{1}' instead.");

    public override void Check(FileContext file, FindingSink findings)
    {
        var reads = HeaderReads.Of(file.Source).All;
        foreach (var read in reads)
        {
            if (HasCapital(read.Name)
                && !RestrictedHeaders.Contains(read.Name)
                && !IsWritten(file, read)
                && !TriesLowerCaseToo(file, read, reads))
            {
                findings.Report(read.Place, read.Name, read.Name.ToLowerInvariant());
            }
        }
    }

    private static bool HasCapital(string name) => name.Any(c => c is >= 'A' and <= 'Z');

    /// <summary>Whether the file itself puts a header of this name there.</summary>
    private static bool IsWritten(FileContext file, HeaderRead read) => file.Source.Nodes.Assignments.Any(
        assignment => assignment.Left is MemberExpression member
            && read.Reader is MemberExpression
            && file.Source.Constants.NameOf(member) == read.Name);

    private static bool TriesLowerCaseToo(FileContext file, HeaderRead read, IReadOnlyList<HeaderRead> reads)
    {
        var whole = WholeExpression(file, read.Reader);
        var lower = read.Name.ToLowerInvariant();
        return reads.Any(other => other.Name == lower && other.Place.Start >= whole.Start && other.Place.End <= whole.End);
    }

    /// <summary>The largest expression that a read is part of, up to the function, object or statement around it.</summary>
    private static Node WholeExpression(FileContext file, Node reader)
    {
        var whole = reader;
        foreach (var ancestor in file.Source.Nodes.AncestorsOf(reader))
        {
            if (ancestor is not (Expression and not (IFunction or ObjectExpression)))
            {
                break;
            }

            whole = ancestor;
        }

        return whole;
    }
}
