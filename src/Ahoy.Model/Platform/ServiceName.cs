using System.Text;

namespace Ahoy.Model;

/// <summary>The rules of a Service's name: fewer than 50 letters, digits and dashes. Page: Create a Service.</summary>
public static class ServiceName
{
    /// <summary>Says what is wrong with a name, or null where it is valid.</summary>
    public static string? Validate(string name)
    {
        if (name.Length == 0)
        {
            return "the Service has no name";
        }

        if (name.Length > PlatformLimits.ServiceNameLength)
        {
            return $"the Service name '{name}' has {name.Length} characters, and {PlatformLimits.ServiceNameLength} are allowed";
        }

        foreach (var c in name)
        {
            if (!IsAllowed(c))
            {
                return $"the Service name '{name}' has the character '{c}', and only letters, digits and dashes are allowed";
            }
        }

        return null;
    }

    /// <summary>
    /// The Service name that a name of package.json suggests: a scope is left out, what is not allowed becomes a dash
    /// (<c>@acme/my_service</c> gives <c>my-service</c>).
    /// </summary>
    public static string FromPackageName(string packageName)
    {
        var start = packageName.LastIndexOf('/') + 1;
        var name = new StringBuilder(packageName.Length - start);
        for (var i = start; i < packageName.Length; i++)
        {
            name.Append(IsAllowed(packageName[i]) ? packageName[i] : '-');
        }

        return name.ToString().Trim('-');
    }

    private static bool IsAllowed(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-';
}
