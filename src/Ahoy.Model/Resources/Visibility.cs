namespace Ahoy.Model;

/// <summary>Who can reach a resource. Page: Understanding Visibility of Functions and Assets.</summary>
public enum Visibility
{
    /// <summary>Reachable by URL. What a file without a marker is.</summary>
    Public,

    /// <summary>Reachable by URL with a valid <c>X-Twilio-Signature</c> only. Marker: <c>.protected.</c></summary>
    Protected,

    /// <summary>Never reachable by URL; packaged for <c>Runtime.getAssets()</c> and <c>Runtime.getFunctions()</c>. Marker: <c>.private.</c></summary>
    Private,
}
