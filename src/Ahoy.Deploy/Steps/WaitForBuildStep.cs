using Ahoy.Api;

namespace Ahoy.Deploy.Steps;

/// <summary>Waits until the platform has packaged the Build.</summary>
internal sealed class WaitForBuildStep : IDeployStep
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(2);

    public string Name => "Packaging";

    public async Task<string> RunAsync(DeployContext context, CancellationToken cancellationToken)
    {
        var sid = context.BuildSid!;
        context.CurrentSid = sid;
        var started = context.Time.GetTimestamp();
        var pause = s_firstPause;
        while (true)
        {
            var build = await context.Client.Builds.GetStatusAsync(context.Service!.Sid, sid, cancellationToken);
            switch (build.Status)
            {
                case BuildStatus.Completed:
                    return "completed";
                case BuildStatus.Failed:
                    throw new BuildFailedException(build.Errors ?? []);
            }

            if (context.Time.GetElapsedTime(started) > context.Request.BuildTimeout)
            {
                throw new TimeoutException(
                    FormattableString.Invariant($"the Build is still building after {context.Request.BuildTimeout.TotalMinutes:0} minutes"));
            }

            await Task.Delay(pause, context.Time, cancellationToken);
            pause = pause * 1.5 > s_longestPause ? s_longestPause : pause * 1.5;
        }
    }
}
