namespace Ahoy.Analysis.TwiML.Reading;

/// <summary>What TwiML is for.</summary>
internal enum TwiMLKind
{
    /// <summary>A call.</summary>
    Voice,

    /// <summary>A message.</summary>
    Message,
}
