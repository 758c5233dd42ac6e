namespace Ahoy.Simulator.Rest.Documents;

/// <summary>Where a parameter stands, in the order of the compiled file.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Header,
}
