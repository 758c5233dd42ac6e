using Ahoy.Model;
using Microsoft.Win32.SafeHandles;

namespace Ahoy.Host.Gateway;

/// <summary>The content of an Asset, with the resource that it is the content of.</summary>
/// <param name="Resource">The Asset; where its file has changed and the project was not read again, with the size and hash of what is there now.</param>
/// <param name="Bytes">The content, where it is in memory.</param>
/// <param name="File">The path of a file that never changes and holds it.</param>
/// <param name="Open">An open file that holds it and can change; whoever sends it closes it.</param>
/// <param name="WrittenAt">When that file had been written last while it had this content.</param>
internal readonly record struct AssetContent(
    Resource Resource, byte[]? Bytes = null, string? File = null, SafeFileHandle? Open = null, DateTime WrittenAt = default);
