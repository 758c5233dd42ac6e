namespace Ahoy.Deploy.Steps;

/// <summary>One step of a deploy. Each can be taken again after it was interrupted: it finds what is there before it makes anything.</summary>
internal interface IDeployStep
{
    /// <summary>What the step does, as progress shows it: <c>Service</c>, <c>Upload</c>.</summary>
    string Name { get; }

    /// <summary>Takes the step.</summary>
    /// <returns>What it did, in a few words.</returns>
    Task<string> RunAsync(DeployContext context, CancellationToken cancellationToken);

    /// <summary>Takes back what would be wrong to leave where a later step fails.</summary>
    Task UndoAsync(DeployContext context, CancellationToken cancellationToken) => Task.CompletedTask;
}
