namespace Ahoy.Host.Gateway;

/// <summary>Of a request whose URL is known as it was written: a signature is compared with that one alone.</summary>
internal interface ISignedUrlFeature
{
    string SignedUrl { get; }
}
