namespace Ahoy.Testing;

/// <summary>How a service is started for tests.</summary>
public sealed class AhoyServiceOptions
{
    /// <summary>Variables of the Functions, over those of the environment file.</summary>
    public IDictionary<string, string> Variables { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How time passes; <see cref="AhoyClock.Fast"/> unless you say otherwise.</summary>
    public AhoyClock Clock { get; set; } = AhoyClock.Fast;

    /// <summary>Whether no request leaves this machine: a Function that asks another host than Twilio gets an error that names it.</summary>
    public bool Strict { get; set; }

    /// <summary>Takes each line of the log as it comes, on a thread of its own: <c>options.Output = output.WriteLine</c>.</summary>
    public Action<string>? Output { get; set; }

    /// <summary>The environment file, relative to the service's folder; the project's own where it is left out.</summary>
    public string? EnvFile { get; set; }

    /// <summary>The Node to run Functions with; the project's own, or that on the PATH, where it is left out.</summary>
    public string? Node { get; set; }

    /// <summary>How long the start, with the build that it may need, may take; two minutes unless you say otherwise.</summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromMinutes(2);
}
