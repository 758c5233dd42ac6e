namespace Ahoy.JavaScript.Scopes;

/// <summary>Whether a reference comes before its variable has its first value, which makes the engine throw.</summary>
public enum TemporalDeadZone : byte
{
    /// <summary>It comes after, or the variable is one that can be used at any time.</summary>
    Outside,

    /// <summary>It depends on when the function around the reference is called, or on the case a <c>switch</c> enters by.</summary>
    Possible,

    /// <summary>It throws whenever it is evaluated.</summary>
    Certain,
}
