namespace Ahoy.Simulator.Rest.Documents;

/// <summary>What a document says of a value: a parameter, a property of an answer, an item of an array.</summary>
internal sealed class ApiSchema
{
    public ApiType Type { get; set; }

    public bool Nullable { get; set; }

    public string? Format { get; set; }

    public string? Pattern { get; set; }

    /// <summary>The values that are allowed; empty where any is.</summary>
    public string[] Enum { get; set; } = [];

    public int? MinLength { get; set; }

    public int? MaxLength { get; set; }

    public decimal? Minimum { get; set; }

    public decimal? Maximum { get; set; }

    /// <summary>The value of a parameter that is left out, as JSON.</summary>
    public string? Default { get; set; }

    public ApiProperty[] Properties { get; set; } = [];

    public ApiSchema? Items { get; set; }

    public ApiSchema[] OneOf { get; set; } = [];

    /// <summary>The values of an object whose names are free.</summary>
    public ApiSchema? Additional { get; set; }

    /// <summary>Set by the service only: a request needn't have it.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>The property of that name, or null.</summary>
    public ApiSchema? Find(string name)
    {
        foreach (var property in Properties)
        {
            if (property.Name == name)
            {
                return property.Schema;
            }
        }

        return null;
    }
}
