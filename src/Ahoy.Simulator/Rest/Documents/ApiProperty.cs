namespace Ahoy.Simulator.Rest.Documents;

/// <summary>A property of an object: a parameter in a form, or a member of a JSON object.</summary>
internal readonly record struct ApiProperty(string Name, ApiSchema Schema, bool Required);
