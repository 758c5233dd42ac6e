namespace Ahoy.Integrity.Answers;

/// <summary>What an answer must be.</summary>
internal interface IExpectation
{
    /// <summary>Whether an answer with that status has a body.</summary>
    bool HasBody(int status);

    /// <summary>Compares every byte of an answer.</summary>
    /// <param name="answer">What came.</param>
    /// <param name="oldest">The version that was served for certain when the request was sent.</param>
    /// <param name="newest">The newest version that could be served when the answer came.</param>
    /// <returns>Null where it is right; else what was expected, what came, and where they differ first.</returns>
    string? Judge(Answer answer, int oldest, int newest);
}
