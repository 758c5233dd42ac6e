using Ahoy.Analyzers.Infrastructure;
using Ahoy.Analyzers.Infrastructure.Vocabulary.Tracking;
using Ahoy.Analyzers.Infrastructure.Vocabulary.Responses;

namespace Ahoy.Analyzers.Rules.Headers;

/// <summary>A header is read or set that the platform keeps from Functions.</summary>
internal sealed class Ahoy3001RestrictedHeader : FileRule
{
    private const string Read = "it is removed from each request before the Function sees it, so that this is always undefined";
    private const string Written = "it can't be set on a response, so that this has no effect";

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY3001",
        RuleCategory.Headers,
        Severity.Warning,
        "A restricted header is read or set",
        "The platform keeps the header '{0}' from Functions: {1}. Do without it.");

    public override void Check(FileContext file, FindingSink findings)
    {
        foreach (var read in HeaderReads.Of(file.Source).All)
        {
            if (RestrictedHeaders.Contains(read.Name))
            {
                findings.Report(read.Place, read.Name, Read);
            }
        }

        foreach (var write in HeaderWrites.Of(file.Source).All)
        {
            if (RestrictedHeaders.Contains(write.Name))
            {
                findings.Report(write.Place, write.Name, Written);
            }
        }
    }
}
