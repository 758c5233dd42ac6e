namespace Ahoy.Cli.Checking;

/// <summary>Shows by runs what was found, or that it is not so.</summary>
internal interface IFindingProver
{
    /// <summary>Adds to a result what runs say of it, as far as the request asks for that.</summary>
    /// <exception cref="Output.UserErrorException">There is no Node that can do it, or a test can't be written.</exception>
    Task<CheckResult> ProveAsync(CheckResult result, CheckRequest request, CancellationToken cancellation);
}
