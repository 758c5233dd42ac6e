using Ahoy.Model;
using Microsoft.Build.Framework;

namespace Ahoy.Build;

/// <summary>An item, and the resource that it is.</summary>
internal sealed class ResolvedResource(ITaskItem item, ResourceFile file)
{
    /// <summary>The item, with <c>Path</c> and <c>Visibility</c>.</summary>
    public ITaskItem Item { get; } = item;

    /// <summary>The resource.</summary>
    public ResourceFile File { get; } = file;
}
