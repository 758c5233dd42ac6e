namespace Ahoy.Host.Gateway;

/// <summary>What the body of a worker's reply is. The values are those of the worker's frames.</summary>
internal enum ReplyKind : byte
{
    Empty = 0,
    Text = 1,
    Twiml = 2,
    Json = 3,
    Binary = 4,

    /// <summary>An error's message, name and stack, as JSON.</summary>
    Error = 5,
}
