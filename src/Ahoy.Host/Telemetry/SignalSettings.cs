namespace Ahoy.Host.Telemetry;

/// <summary>Where one of the signals (traces, metrics, logs) is sent.</summary>
/// <param name="Endpoint">The whole address.</param>
/// <param name="IsGrpc">Whether it is spoken to by gRPC; otherwise by HTTP with Protobuf.</param>
/// <param name="Headers">The headers as the variable has them; null for none.</param>
internal sealed record SignalSettings(Uri Endpoint, bool IsGrpc, string? Headers);
