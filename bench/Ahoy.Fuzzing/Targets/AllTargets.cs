using Ahoy.Fuzzing.Engine;

namespace Ahoy.Fuzzing.Targets;

/// <summary>The targets, by name.</summary>
public static class AllTargets
{
    private static readonly Func<IFuzzTarget>[] s_targets =
    [
        () => new ParserTarget(),
        () => new EnvironmentFileTarget(),
        () => new ToolkitConfigurationTarget(),
        () => new LockFileTarget(),
        () => new RequestTargetTarget(),
        () => new WorkerFramesTarget(),
        () => new UploadTarget(),
        () => new ArchiveTarget(),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["parser", "environment-file", "toolkit-configuration", "lock-file", "request-target", "worker-frames", "upload", "archive"];

    /// <summary>Makes one.</summary>
    public static IFuzzTarget Create(string name)
    {
        foreach (var make in s_targets)
        {
            var target = make();
            if (target.Name == name)
            {
                return target;
            }

            target.Dispose();
        }

        throw new ArgumentException($"There is no target '{name}'. There are {string.Join(", ", Names)}.", nameof(name));
    }
}
