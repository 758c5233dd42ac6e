namespace Ahoy.Analysis.Engine;

/// <summary>A rule did not get to its end in a file: a mistake in Ahoy, whatever the file holds.</summary>
internal sealed class RuleFailedException : Exception
{
    public RuleFailedException(RuleDescriptor rule, string file, Exception cause)
        : base(
            $"{file}: the rule {rule.Id} failed ({cause.GetType().Name}: {cause.Message}). This is a mistake in Ahoy: please report it with the file. Until it is put right, 'dotnet_diagnostic.{rule.Id}.severity = none' in an .editorconfig leaves the rule out.",
            cause)
    {
    }
}
