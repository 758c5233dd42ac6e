namespace Ahoy.Host.Storage;

/// <summary>A content that is on the disk.</summary>
/// <param name="Sha256">Its hash, as 64 lower-case hexadecimal digits: the name that it is found under.</param>
/// <param name="Size">Its size in bytes.</param>
internal sealed record StoredContent(string Sha256, long Size);
