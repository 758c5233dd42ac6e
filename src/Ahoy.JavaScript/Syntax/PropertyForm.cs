namespace Ahoy.JavaScript.Syntax;

/// <summary>The ways a <see cref="Property"/> can be written.</summary>
[Flags]
internal enum PropertyForm : byte
{
    None = 0,
    Method = 1,
    Shorthand = 2,
    Computed = 4,
}
