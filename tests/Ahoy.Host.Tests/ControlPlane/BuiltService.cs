namespace Ahoy.Host.Tests.ControlPlane;

/// <summary>The SIDs of a Service with one Function, which is built.</summary>
internal sealed record BuiltService(string Service, string Function, string Version, string Build, string Environment);
