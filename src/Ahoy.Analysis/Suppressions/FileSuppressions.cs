using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Suppressions;

/// <summary>What the comments of a file suppress, read once.</summary>
internal static class FileSuppressions
{
    extension(SourceFile file)
    {
        /// <summary>What the file's comments suppress, in the order of the source.</summary>
        public IReadOnlyList<Suppression> Suppressions => file.Get(static source =>
            SuppressionParser.Parse(source.Text, source.Comments.Select(comment => (comment.Start, comment.End))));
    }
}
