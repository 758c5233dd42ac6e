using System.Globalization;
using System.Text;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints;

/// <summary>The parameters of a variable. Messages name its key, and never hold its value. Page: Environment Variables.</summary>
internal static class VariableForm
{
    public static (string? Key, string? Value) Read(ApiForm form, bool isNew)
    {
        var key = isNew ? form.RequiredText("Key", FieldLengths.VariableKey) : form.Text("Key", FieldLengths.VariableKey);
        var value = form.Text("Value", int.MaxValue);
        if (key is { Length: > 0 } && key.Any(char.IsControl))
        {
            form.Add("Key: it has a control character.");
        }

        if (isNew && value is null)
        {
            form.Add("Value: missing.");
        }
        else if (value is not null && Encoding.UTF8.GetByteCount(value) > PlatformLimits.VariableBytes)
        {
            form.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"Value: that of '{key}' has {Encoding.UTF8.GetByteCount(value)} bytes, and {PlatformLimits.VariableBytes} are allowed."));
        }

        form.ThrowIfInvalid();
        return (string.IsNullOrEmpty(key) ? null : key, value);
    }
}
