namespace Ahoy.Cli.Offline;

/// <summary>Where somebody who makes a call looks.</summary>
internal interface ICallScreen
{
    /// <summary>Shows a line.</summary>
    void Show(CallLine line);

    /// <summary>Shows what is being typed, and was not sent yet.</summary>
    void ShowTyping(string text);
}
