using Ahoy.Host.Workers;
using Ahoy.Model;

namespace Ahoy.Host.Gateway;

/// <summary>What a path leads to.</summary>
/// <param name="Resource">The Function or Asset.</param>
/// <param name="File">The file that holds its content.</param>
/// <param name="Function">The Function, or null for an Asset.</param>
internal sealed record Route(Resource Resource, string File, FunctionTarget? Function);
