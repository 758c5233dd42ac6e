using System.Text.Json.Serialization.Metadata;
using Ahoy.Api;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Http;

/// <summary>The answers of the API.</summary>
internal static class ApiJson
{
    /// <summary>200 with a resource.</summary>
    public static IResult Ok<T>(T value, JsonTypeInfo<T> type) => Answer(value, type, StatusCodes.Status200OK);

    /// <summary>201 with a resource that was made.</summary>
    public static IResult Created<T>(T value, JsonTypeInfo<T> type) => Answer(value, type, StatusCodes.Status201Created);

    /// <summary>200 with a page of a list.</summary>
    /// <param name="request">The request, for the addresses of the pages.</param>
    /// <param name="key">The field that holds the resources.</param>
    /// <param name="query">What the request asked for.</param>
    /// <param name="page">The rows.</param>
    /// <param name="represent">Makes a resource of a row.</param>
    /// <param name="type">How the resource is written.</param>
    public static IResult Page<TRow, TResource>(
        HttpRequest request,
        string key,
        PageQuery query,
        PageOf<TRow> page,
        Func<TRow, TResource> represent,
        JsonTypeInfo<TResource> type)
        where TRow : IRow =>
        new PageResult<TResource>(
            new ResourcePage<TResource>([.. page.Rows.Select(represent)], query.Meta(request, key, page)), type);

    private static IResult Answer<T>(T value, JsonTypeInfo<T> type, int status) => new JsonAnswer(AnswerJson.Write(value, type), status);
}
