namespace Ahoy.Deploy;

/// <summary>Shows how far a deploy is. Called from one thread at a time.</summary>
public interface IDeployProgress
{
    /// <summary>A step begins.</summary>
    /// <param name="name">Its name.</param>
    void StepStarted(string name);

    /// <summary>A step has got further.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="done">How many of its parts are done.</param>
    /// <param name="total">How many parts it has.</param>
    void StepAdvanced(string name, int done, int total);

    /// <summary>A step is done.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="outcome">What it did.</param>
    /// <param name="elapsed">How long it took.</param>
    void StepFinished(string name, string outcome, TimeSpan elapsed);

    /// <summary>A step has failed, and the deploy with it.</summary>
    /// <param name="name">Its name.</param>
    void StepFailed(string name);

    /// <summary>Something else that the user should know while it goes on.</summary>
    void Noted(string text)
    {
    }
}
