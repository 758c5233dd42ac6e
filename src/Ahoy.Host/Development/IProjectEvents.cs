using Ahoy.Host.Environments;
using Ahoy.Model;

namespace Ahoy.Host.Development;

/// <summary>Who tells the user what happens to a project that is being served.</summary>
internal interface IProjectEvents
{
    /// <summary>Its code changed, and requests run the new one.</summary>
    void OnReloaded(ServedEnvironment served);

    /// <summary>Something in it may not be meant so; each warning comes once.</summary>
    void OnWarning(ServedEnvironment served, string message);

    /// <summary>It changed to something that can't be served: what was served before goes on being served.</summary>
    void OnBroken(ProjectException problem);
}
