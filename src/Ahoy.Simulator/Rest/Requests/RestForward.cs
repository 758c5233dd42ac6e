namespace Ahoy.Simulator.Rest.Requests;

/// <summary>
/// Answers all requests for a host, instead of the documents: how the host's control plane is Serverless. The request's host is the product's,
/// its path lies below it, and its credentials are right.
/// </summary>
internal delegate ValueTask<RestResponse> RestForward(RestRequest request, CancellationToken cancellation);
