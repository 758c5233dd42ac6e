namespace Ahoy.Simulator.Rest.Documents;

/// <summary>A path of a document, such as `/v1/Services/{ServiceSid}/Documents`, and what can be done there.</summary>
internal sealed class ApiPath
{
    public required ApiDocument Document { get; init; }

    public required string Template { get; init; }

    public required PathKind Kind { get; init; }

    public ApiOperation[] Operations { get; set; } = [];

    /// <summary>The operation of a method in capitals, or null.</summary>
    public ApiOperation? Find(string method)
    {
        foreach (var operation in Operations)
        {
            if (operation.Method == method)
            {
                return operation;
            }
        }

        return null;
    }
}
