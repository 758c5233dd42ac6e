using System.Net.Http.Headers;
using System.Text;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.Storage;
using Ahoy.Model;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Ahoy.Host.ControlPlane.Endpoints;

/// <summary>
/// The parts of an upload. The content goes to the <see cref="ContentStore"/> as it comes and is never in memory as a whole; where
/// the upload turns out to be invalid, it stays there without a Version until the next clean-up.
/// </summary>
internal sealed record VersionUpload(string Path, Visibility Visibility, string ContentType, StoredContent Content)
{
    // Around the content there are three parts' heads and two short values.
    private const long MaxBytes = PlatformLimits.ServedAssetBytes + (64 * 1024);
    private const int MaxFieldBytes = 4096;

    // RFC 2046, 5.1.1.
    private const int MaxBoundaryCharacters = 70;

    /// <exception cref="ApiException">A part is missing or not allowed.</exception>
    /// <exception cref="ContentTooLargeException">The content is larger than any may be.</exception>
    /// <exception cref="InvalidDataException">The body is no such form, or an incomplete one.</exception>
    public static async Task<VersionUpload> ReadAsync(
        ResourceKind kind, HttpRequest request, ContentStore contents, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxBytes;
        }

        string? path = null;
        string? visibility = null;
        string? contentType = null;
        StoredContent? content = null;
        var reader = new MultipartReader(Boundary(request), request.Body);
        while (await UploadPart.NextAsync(reader, cancellationToken) is { } section)
        {
            switch (PartName(section))
            {
                case "Path":
                    path = await TextAsync(section, cancellationToken);
                    break;
                case "Visibility":
                    visibility = await TextAsync(section, cancellationToken);
                    break;
                case "Content":
                    contentType = section.ContentType;
                    content = await contents.AddAsync(new UploadPart(section.Body), PlatformLimits.ServedAssetBytes, cancellationToken);
                    break;
            }
        }

        return Validate(kind, path, visibility, contentType, content);
    }

    private static VersionUpload Validate(ResourceKind kind, string? path, string? visibilityText, string? contentType, StoredContent? content)
    {
        var errors = new List<string>();
        if (string.IsNullOrEmpty(path))
        {
            errors.Add("Path: missing.");
        }
        else if (PathRule.Validate(kind, path) is { } problem)
        {
            errors.Add($"Path: {problem}.");
        }

        var visibility = Visibility.Public;
        if (visibilityText is not ("public" or "protected" or "private"))
        {
            errors.Add($"Visibility: '{visibilityText}' is none of public, protected and private.");
        }
        else
        {
            visibility = Enum.Parse<Visibility>(visibilityText, ignoreCase: true);
        }

        if (content is null)
        {
            errors.Add("Content: missing.");
        }

        if (errors.Count > 0)
        {
            throw ApiException.Invalid(string.Join(" ", errors));
        }

        if (content!.Size > PlatformLimits.AssetBytes(visibility))
        {
            throw new ContentTooLargeException(PlatformLimits.AssetBytes(visibility));
        }

        var knowsType = !string.IsNullOrEmpty(contentType) && contentType != ContentTypes.Default;
        return new VersionUpload(path!, visibility, knowsType ? contentType! : ContentTypes.ForFile(path!), content);
    }

    private static string Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType == "multipart/form-data"
        && type.Parameters.FirstOrDefault(p => p.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"') is { Length: > 0 and <= MaxBoundaryCharacters } boundary
            ? boundary
            : throw ApiException.Invalid("The body must be multipart/form-data with the parts Path, Visibility and Content.");

    private static string? PartName(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? disposition.Name?.Trim('"') : null;

    private static async Task<string> TextAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxFieldBytes + 1];
        var length = await new UploadPart(section.Body).ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MaxFieldBytes
            ? Encoding.UTF8.GetString(buffer, 0, length)
            : throw ApiException.Invalid($"{PartName(section)}: too long.");
    }
}
