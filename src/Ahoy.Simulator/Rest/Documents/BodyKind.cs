namespace Ahoy.Simulator.Rest.Documents;

/// <summary>What the body of a request is, in the order of the compiled file.</summary>
internal enum BodyKind
{
    None,
    Form,
    Json,
}
