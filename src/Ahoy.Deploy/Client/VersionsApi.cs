using System.Net;
using System.Net.Http.Headers;
using Ahoy.Api;
using Ahoy.Deploy.Http;
using Ahoy.Model;

namespace Ahoy.Deploy.Client;

/// <summary>The Versions of Functions and Assets.</summary>
public sealed class VersionsApi
{
    private readonly ApiConnection _connection;

    internal VersionsApi(ApiConnection connection) => _connection = connection;

    /// <summary>All Versions of a Function or an Asset.</summary>
    public IAsyncEnumerable<VersionResource> ListAsync(
        string serviceSid, ResourceKind kind, string resourceSid, CancellationToken cancellationToken) =>
        _connection.ListAsync(
            ResourcePaths.Versions(serviceSid, kind, resourceSid), ContractsJson.Default.VersionResource, cancellationToken);

    /// <summary>Whether a Version is there.</summary>
    public async Task<bool> ExistsAsync(
        string serviceSid, ResourceKind kind, string resourceSid, string sid, CancellationToken cancellationToken)
    {
        try
        {
            await _connection.SendAsync(
                ApiRequest.Get($"{ResourcePaths.Versions(serviceSid, kind, resourceSid)}/{sid}"),
                ContractsJson.Default.VersionResource,
                cancellationToken);
            return true;
        }
        catch (ServerlessApiException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <summary>Uploads a Version.</summary>
    /// <remarks>
    /// A Version never changes, and one that is in no Build does nothing: where an answer gets lost the upload is simply made again. The
    /// API tells no content of an Asset by which the lost one could be known again.
    /// </remarks>
    /// <param name="serviceSid">The Service.</param>
    /// <param name="resourceSid">The Function or Asset.</param>
    /// <param name="resource">Path, visibility and media type.</param>
    /// <param name="open">Opens the content; asked again for each try.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<VersionResource> UploadAsync(
        string serviceSid, string resourceSid, Resource resource, Func<Stream> open, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(
            HttpMethod.Post,
            ResourcePaths.Versions(serviceSid, resource.Kind, resourceSid),
            () => Form(resource, open()),
            IsUpload: true);
        return _connection.SendAsync(request, ContractsJson.Default.VersionResource, cancellationToken);
    }

    private static MultipartFormDataContent Form(Resource resource, Stream content)
    {
        var part = new StreamContent(content);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(resource.ContentType);

        // Quotation marks around the names: the header may do without them, and not each server does.
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"Content\"", FileName = "\"content\"" };
        return new MultipartFormDataContent
        {
            { new StringContent(resource.Path), "\"Path\"" },
            { new StringContent(resource.Visibility.ToString().ToLowerInvariant()), "\"Visibility\"" },
            part,
        };
    }
}
