namespace Ahoy.Host.ControlPlane.Security;

/// <summary>The account that owns everything on this host. Printing it shows the SID alone.</summary>
/// <param name="Sid"><c>AC…</c></param>
/// <param name="AuthToken">The secret that goes with it, and that signatures of requests are checked with.</param>
internal sealed record Account(string Sid, string AuthToken)
{
    public override string ToString() => Sid;
}
