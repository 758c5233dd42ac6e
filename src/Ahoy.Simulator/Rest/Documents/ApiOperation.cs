namespace Ahoy.Simulator.Rest.Documents;

/// <summary>One method of one path.</summary>
internal sealed class ApiOperation
{
    public required ApiPath Path { get; init; }

    /// <summary>In capitals.</summary>
    public required string Method { get; init; }

    public required string Id { get; init; }

    /// <summary>Answered to anyone.</summary>
    public required bool Anonymous { get; init; }

    public required ApiParameter[] Parameters { get; init; }

    public BodyKind Body { get; set; }

    public bool BodyRequired { get; set; }

    public ApiSchema? BodySchema { get; set; }

    /// <summary>The status of the answer that succeeds.</summary>
    public int Status { get; set; }

    public ApiSchema? Answer { get; set; }

    /// <summary>The members of the answer's `links` or `subresource_uris`: `{self}` and `{property}` stand for what the answer holds.</summary>
    public (string Name, string Template)[] Links { get; set; } = [];

    /// <summary>The property that holds a list's items; null where the answer is no list.</summary>
    public ApiProperty? ListProperty
    {
        get
        {
            if (Method != "GET" || Answer is null || (Answer.Find("meta") is null && Answer.Find("next_page_uri") is null))
            {
                return null;
            }

            foreach (var property in Answer.Properties)
            {
                if (property.Schema.Type == ApiType.Array)
                {
                    return property;
                }
            }

            return null;
        }
    }
}
