namespace Ahoy.Simulator.Rest.Documents;

/// <summary>The types of OpenAPI, in the order of the compiled file; <see cref="Any"/> is a schema that names none.</summary>
internal enum ApiType
{
    Any,
    Object,
    Array,
    String,
    Integer,
    Number,
    Boolean,
}
