using Ahoy.Model;

namespace Ahoy.Host.Storage;

/// <summary>How large the variables of an Environment may be together. Page: Environment Variables.</summary>
internal static class VariableLimit
{
    /// <exception cref="LimitException">They are too large.</exception>
    public static void ThrowIfExceeded(IEnumerable<(string Key, string Value)> variables)
    {
        var size = VariablesJson.Size(variables.Select(v => KeyValuePair.Create(v.Key, v.Value)));
        if (size > PlatformLimits.VariablesJsonBytes)
        {
            throw new LimitException(FormattableString.Invariant(
                $"The variables of the Environment would take {size} bytes as JSON, and {PlatformLimits.VariablesJsonBytes} are allowed. Keep long values in a private Asset."));
        }
    }
}
