namespace Ahoy.Host.Storage;

/// <summary>A variable with its value decrypted. Printing it shows the name alone.</summary>
internal sealed record VariableRow(
    long Seq,
    string Sid,
    string ServiceSid,
    string EnvironmentSid,
    string Key,
    string Value,
    DateTimeOffset Created,
    DateTimeOffset Updated) : IRow
{
    public override string ToString() => Key;
}
