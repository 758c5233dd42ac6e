using Ahoy.Deploy.Contracts;

namespace Ahoy.Host.ControlPlane.Builds;

/// <summary>The modules that every Build has, declared or not. Page: Dependencies.</summary>
/// <param name="Modules">The modules, each in the version that an undeclared one gets.</param>
internal sealed record ImplicitModules(IReadOnlyList<BuildDependency> Modules)
{
    /// <summary>What the platform adds.</summary>
    public static ImplicitModules Platform { get; } = new([new("twilio", "6.2.0"), new("@twilio/runtime-handler", "2.1.0")]);

    /// <summary>The modules of a Build with those that it does not declare.</summary>
    public IReadOnlyList<BuildDependency> AddTo(IReadOnlyList<BuildDependency> declared) =>
    [
        .. declared,
        .. Modules.Where(m => !declared.Any(d => d.Name == m.Name)),
    ];
}
