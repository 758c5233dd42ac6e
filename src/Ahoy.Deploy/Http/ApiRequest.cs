namespace Ahoy.Deploy.Http;

/// <summary>A request that can be sent more than once.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path below the API's base, with its query: <c>Services/ZS…</c>.</param>
/// <param name="Content">Makes the body anew for each try; null for none.</param>
/// <param name="IsUpload">Whether it goes to the address of uploads.</param>
internal sealed record ApiRequest(HttpMethod Method, string Path, Func<HttpContent>? Content = null, bool IsUpload = false)
{
    public static ApiRequest Get(string path) => new(HttpMethod.Get, path);

    public static ApiRequest Delete(string path) => new(HttpMethod.Delete, path);

    /// <summary>A POST with parameters; those that are null are left out.</summary>
    public static ApiRequest Post(string path, params (string Name, string? Value)[] form) => new(
        HttpMethod.Post,
        path,
        () => new FormUrlEncodedContent(form.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))));
}
