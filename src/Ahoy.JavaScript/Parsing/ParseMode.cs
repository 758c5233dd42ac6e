namespace Ahoy.JavaScript.Parsing;

/// <summary>How braces are paired.</summary>
internal enum ParseMode : byte
{
    /// <summary>By the grammar alone.</summary>
    Plain,

    /// <summary>A block also ends before a line that is not indented further than the line where the block began.</summary>
    ByIndentation,
}
