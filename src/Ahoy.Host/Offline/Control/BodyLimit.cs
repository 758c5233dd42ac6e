using Ahoy.Simulator;
using Microsoft.AspNetCore.Http.Features;

namespace Ahoy.Host.Offline.Control;

/// <summary>Bounds what is read of a request's body, whatever length it announces, or none.</summary>
internal static class BodyLimit
{
    /// <summary>Reads a body, and no more of it than it may have.</summary>
    /// <param name="http">The request.</param>
    /// <param name="bytes">How long it may be.</param>
    /// <param name="message">What to say of one that is longer.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="InvalidRequestException">It is longer.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext http, long bytes, string message, Func<Stream, Task<T>> read)
    {
        if (http.Request.ContentLength > bytes)
        {
            throw new InvalidRequestException(message);
        }

        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = bytes;
        try
        {
            return await read(http.Request.Body).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new InvalidRequestException(message);
        }
    }
}
