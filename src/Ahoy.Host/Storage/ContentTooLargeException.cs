namespace Ahoy.Host.Storage;

/// <summary>A content has more bytes than are allowed for it.</summary>
internal sealed class ContentTooLargeException(long limit) : Exception(
    FormattableString.Invariant($"The content has more than the {limit} bytes that are allowed."))
{
    public long Limit { get; } = limit;
}
