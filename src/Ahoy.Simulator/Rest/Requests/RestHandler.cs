namespace Ahoy.Simulator.Rest.Requests;

/// <summary>Answers an operation, or throws <see cref="RestException"/>.</summary>
internal delegate ValueTask<RestAnswer> RestHandler(RestCall call);
