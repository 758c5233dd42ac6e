namespace Ahoy.Host.Storage;

/// <summary>What a list needs of a row to page through it.</summary>
internal interface IRow
{
    /// <summary>The place in the order of creation, which is never given twice.</summary>
    long Seq { get; }
}
