using System.Text.Json;
using System.Text.Json.Serialization;
using Ahoy.Model;

namespace Ahoy.Api.Credentials;

/// <summary>
/// The pair that a host made for itself: in its data folder, readable by its owner alone, so that what runs on the same machine as the
/// same user can deploy to it.
/// </summary>
/// <param name="AccountSid"><c>AC…</c></param>
/// <param name="AuthToken">The secret.</param>
public sealed partial record CredentialsFile(string AccountSid, string AuthToken)
{
    /// <summary>The file's name.</summary>
    public const string Name = "credentials.json";

    /// <summary>Reads the file; null where there is none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="UnauthorizedAccessException">It belongs to somebody else.</exception>
    public static CredentialsFile? TryRead(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), PairJson.Default.CredentialsFile)
                ?? throw new InvalidDataException($"{file}: empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file}: damaged. Delete it, and the host makes a new pair at its next start.", e);
        }
    }

    /// <summary>Writes the file with rights for its owner alone, whole or not at all.</summary>
    public static void Write(string file, CredentialsFile credentials)
    {
        AtomicFile.Write(file, stream =>
        {
            // While it is empty still: there is no moment at which somebody else could read the secret.
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(stream.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            JsonSerializer.Serialize(stream, credentials, PairJson.Default.CredentialsFile);
            stream.Flush(flushToDisk: true);
        });
    }

    /// <summary>The account alone, so that no log shows the secret.</summary>
    public override string ToString() => AccountSid;

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
    [JsonSerializable(typeof(CredentialsFile))]
    private sealed partial class PairJson : JsonSerializerContext;
}
