namespace Ahoy.Simulator.World;

/// <summary>The account that everything belongs to.</summary>
/// <param name="Sid">The Account SID.</param>
/// <param name="AuthToken">The Auth Token, which signs the webhooks.</param>
/// <param name="IsGenerated">Whether the pair was made for this run.</param>
internal sealed record Account(string Sid, string AuthToken, bool IsGenerated)
{
    /// <summary>Makes a pair that nobody can guess.</summary>
    public static Account Generate() => new(World.Sid.New("AC"), World.Sid.Hex(), IsGenerated: true);
}
