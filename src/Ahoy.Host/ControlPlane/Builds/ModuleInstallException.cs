namespace Ahoy.Host.ControlPlane.Builds;

/// <summary>The npm modules of a Build can't be installed.</summary>
internal sealed class ModuleInstallException(string message) : Exception(message);
