namespace Ahoy.Simulator.Rest.Documents;

/// <summary>What a path addresses, in the order of the compiled file.</summary>
internal enum PathKind
{
    Unknown,
    List,
    Instance,
}
