using Ahoy.Deploy.Client;
using Ahoy.Api;
using Ahoy.Deploy.Ledger;
using Ahoy.Model;

namespace Ahoy.Deploy.Steps;

/// <summary>What the steps of a deploy hand on to one another.</summary>
internal sealed class DeployContext(
    ServerlessClient client, DeployRequest request, Func<string, DeployLedger> openLedger, IDeployProgress progress, TimeProvider time)
{
    private readonly Lock _lock = new();

    public ServerlessClient Client { get; } = client;

    public DeployRequest Request { get; } = request;

    public TimeProvider Time { get; } = time;

    public Build Build => Request.Source.Build;

    /// <summary>The name of the Service, asked for or the Build's.</summary>
    public string ServiceName => Request.ServiceName ?? Build.Service;

    /// <summary>What the step is at, for the message where it fails.</summary>
    public string? CurrentSid { get; set; }

    public ServiceResource? Service { get; set; }

    public EnvironmentResource? Environment { get; set; }

    /// <summary>The Functions and Assets of the Build.</summary>
    public IReadOnlyDictionary<Resource, string> ResourceSids { get; set; } = new Dictionary<Resource, string>();

    /// <summary>The Versions of the Build.</summary>
    public IReadOnlyDictionary<Resource, string> VersionSids { get; set; } = new Dictionary<Resource, string>();

    /// <summary>How many Versions were uploaded in this deploy.</summary>
    public int Uploaded { get; set; }

    public string? BuildSid { get; set; }

    /// <summary>What was changed of the variables of the Environment.</summary>
    public List<VariableChange> VariableChanges { get; } = [];

    public IReadOnlyList<DeployedEndpoint> Endpoints { get; set; } = [];

    /// <summary>Opens the ledger of the Service.</summary>
    public DeployLedger OpenLedger() => openLedger(Service!.Sid);

    /// <summary>Tells how far a step is, from whatever thread.</summary>
    public void Advance(string step, int done, int total)
    {
        lock (_lock)
        {
            progress.StepAdvanced(step, done, total);
        }
    }
}
