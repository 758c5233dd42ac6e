using Ahoy.Deploy.Client;
using Ahoy.Deploy.Ledger;
using Ahoy.Deploy.Verification;

namespace Ahoy.Deploy.Steps;

/// <summary>
/// Deploys a Build, to Twilio or to Ahoy's host: the same steps, the same requests. A deploy that was interrupted goes on where it
/// stopped when it is started again.
/// </summary>
public sealed class Deployer
{
    private readonly ServerlessClient _client;
    private readonly IDeployProgress _progress;
    private readonly TimeProvider _time;
    private readonly string _ledgerFolder;

    /// <summary>Makes a deployer.</summary>
    public Deployer(ServerlessClient client, IDeployProgress progress)
        : this(client, progress, TimeProvider.System, DeployLedger.DefaultFolder)
    {
    }

    internal Deployer(ServerlessClient client, IDeployProgress progress, TimeProvider time, string ledgerFolder)
    {
        _client = client;
        _progress = progress;
        _time = time;
        _ledgerFolder = ledgerFolder;
    }

    /// <summary>Deploys.</summary>
    /// <exception cref="DeployFailedException">A step failed. What ran before goes on running.</exception>
    public async Task<DeployResult> DeployAsync(DeployRequest request, CancellationToken cancellationToken)
    {
        _client.HostLost += OnHostLost;
        try
        {
            return await RunAllAsync(request, cancellationToken);
        }
        finally
        {
            _client.HostLost -= OnHostLost;
        }
    }

    private void OnHostLost(string host, TimeSpan patience) =>
        _progress.Noted(FormattableString.Invariant($"The host at {host} is gone. Waiting for it, {patience.TotalSeconds:0} s at most: `ahoy serve` starts it again."));

    private async Task<DeployResult> RunAllAsync(DeployRequest request, CancellationToken cancellationToken)
    {
        using var probe = new EndpointProbe(LocalhostHandler.Create(), _time);
        IDeployStep[] steps =
        [
            new FindServiceStep(),
            new FindEnvironmentStep(),
            new FindResourcesStep(),
            new UploadVersionsStep(),
            new CreateBuildStep(),
            new WaitForBuildStep(),
            new SetVariablesStep(),
            new ActivateStep(),
        ];
        var context = new DeployContext(
            _client, request, sid => DeployLedger.Open(_ledgerFolder, _client.Address.Api, sid), _progress, _time);
        var started = _time.GetTimestamp();
        for (var i = 0; i < steps.Length; i++)
        {
            try
            {
                await RunAsync(steps[i], context, started, cancellationToken);
            }
            catch
            {
                await UndoAsync(steps.AsMemory(0, i + 1), context);
                throw;
            }
        }

        // The Build is served now: whatever the verification finds, nothing is taken back.
        await RunAsync(new VerifyStep(probe), context, started, cancellationToken);
        return Result(context, _time.GetElapsedTime(started));
    }

    private async Task RunAsync(IDeployStep step, DeployContext context, long started, CancellationToken cancellationToken)
    {
        _progress.StepStarted(step.Name);
        context.CurrentSid = null;
        var stepStarted = _time.GetTimestamp();
        try
        {
            var outcome = await step.RunAsync(context, cancellationToken);
            _progress.StepFinished(step.Name, outcome, _time.GetElapsedTime(stepStarted));
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            _progress.StepFailed(step.Name);
            throw FailureAdvice.Explain(step.Name, context, _time.GetElapsedTime(started), e);
        }
    }

    // Best effort: what made the deploy fail may well make this fail, and the first failure is the one to tell.
    private async Task UndoAsync(ReadOnlyMemory<IDeployStep> taken, DeployContext context)
    {
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(30), _time);
        for (var i = taken.Length - 1; i >= 0; i--)
        {
            try
            {
                await taken.Span[i].UndoAsync(context, time.Token);
            }
            catch (Exception e) when (e is Http.ServerlessApiException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private static DeployResult Result(DeployContext context, TimeSpan elapsed) => new()
    {
        ServiceSid = context.Service!.Sid,
        ServiceName = context.Service.UniqueName,
        EnvironmentSid = context.Environment!.Sid,
        EnvironmentSuffix = context.Environment.DomainSuffix ?? "",
        DomainName = context.Environment.DomainName,
        BuildSid = context.BuildSid!,
        PreviousBuildSid = context.Environment.BuildSid,
        Runtime = context.Build.Runtime,
        Uploaded = context.Uploaded,
        Unchanged = context.VersionSids.Count - context.Uploaded,
        Endpoints = context.Endpoints,
        Elapsed = elapsed,
    };
}
