using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace Ahoy.Host.ControlPlane.Http;

/// <summary>
/// The parameters of a POST. What is wrong with them is collected, so that one answer tells all of it.
/// </summary>
internal sealed class ApiForm
{
    private const long MaxBytes = 1024 * 1024;

    // A Build of the largest allowed size names more Versions than a form usually has fields.
    private const int MaxFields = 10_000;

    private readonly IFormCollection _form;
    private readonly List<string> _errors = [];

    private ApiForm(IFormCollection form) => _form = form;

    public static async Task<ApiForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxBytes;
        }

        if (!request.HasFormContentType)
        {
            return new ApiForm(FormCollection.Empty);
        }

        var form = new FormFeature(request, new FormOptions { ValueCountLimit = MaxFields, ValueLengthLimit = (int)MaxBytes });
        return new ApiForm(await form.ReadFormAsync(cancellationToken));
    }

    /// <summary>Notes an error.</summary>
    public void Add(string error) => _errors.Add(error);

    /// <exception cref="ApiException">Something was wrong.</exception>
    public void ThrowIfInvalid()
    {
        if (_errors.Count > 0)
        {
            throw ApiException.Invalid(string.Join(" ", _errors));
        }
    }

    /// <summary>A text, or null where it is not given.</summary>
    public string? Text(string name, int maxLength)
    {
        if (!_form.TryGetValue(name, out var values))
        {
            return null;
        }

        var value = values.ToString();
        if (value.Length > maxLength)
        {
            _errors.Add(string.Create(
                CultureInfo.InvariantCulture, $"{name}: it has {value.Length} characters, and {maxLength} are allowed."));
        }

        return value;
    }

    /// <summary>A text that must be given and must not be empty; empty here only where an error is noted.</summary>
    public string RequiredText(string name, int maxLength)
    {
        var value = Text(name, maxLength);
        if (string.IsNullOrEmpty(value))
        {
            _errors.Add($"{name}: missing.");
        }

        return value ?? "";
    }

    /// <summary>A truth value, or null where it is not given.</summary>
    public bool? Flag(string name)
    {
        var value = Text(name, maxLength: 5);
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (bool.TryParse(value, out var flag))
        {
            return flag;
        }

        _errors.Add($"{name}: '{value}' is neither true nor false.");
        return null;
    }

    /// <summary>All values of a parameter that may be given more than once.</summary>
    public IReadOnlyList<string> All(string name) =>
        _form.TryGetValue(name, out var values) ? [.. values.OfType<string>().Where(v => v.Length > 0)] : [];
}
