namespace Ahoy.Simulator.Rest.Documents;

/// <summary>A parameter of a request's path, query or headers.</summary>
internal sealed record ApiParameter(string Name, ParameterPlace Place, bool Required, ApiSchema Schema);
