namespace Ahoy.Cli.Output;

/// <summary>Asks before something is done that can't be undone.</summary>
internal static class Confirmation
{
    /// <summary>Asks, unless the user has agreed on the command line.</summary>
    /// <param name="question">What is about to happen.</param>
    /// <param name="agreed">Whether <c>--yes</c> was given.</param>
    /// <param name="input">Where the answer comes from.</param>
    /// <param name="output">Where the question goes to.</param>
    /// <param name="canAsk">Whether somebody is there to answer.</param>
    /// <exception cref="UserErrorException">The user does not agree, or nobody is there to ask.</exception>
    public static void Require(string question, bool agreed, TextReader input, TextWriter output, bool canAsk)
    {
        if (agreed)
        {
            return;
        }

        if (!canAsk)
        {
            throw new UserErrorException($"{question} Nobody is there to agree: give --yes.", ExitCode.Declined);
        }

        output.Write($"{question} [y/N] ");
        if (input.ReadLine()?.Trim().ToLowerInvariant() is not ("y" or "yes"))
        {
            throw new UserErrorException("Nothing was changed.", ExitCode.Declined);
        }
    }
}
