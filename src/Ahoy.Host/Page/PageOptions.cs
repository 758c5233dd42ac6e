using Ahoy.Host.Environments;

namespace Ahoy.Host.Page;

/// <summary>What the page is made of.</summary>
internal sealed record PageOptions
{
    /// <summary>The command that serves: <c>start</c> or <c>serve</c>.</summary>
    public required string Command { get; init; }

    /// <summary>What is served now.</summary>
    public required Func<IReadOnlyList<ServedEnvironment>> Served { get; init; }

    /// <summary>The port that the user chose, 0 for one that is free; null for the usual one.</summary>
    public int? Port { get; init; }

    /// <summary>Where the gateway is, for people.</summary>
    public required Func<string> GatewayUrl { get; init; }

    /// <summary>Why a request for a protected resource is not refused: signatures are not checked.</summary>
    public bool ChecksSignatures { get; init; } = true;

    /// <summary>The URL that a tunnel serves the host at; null where there is none.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The folder of the project; null where there is none.</summary>
    public string? Folder { get; init; }

    /// <summary>The name of the environment file that variables are from; null where they are the Environment's.</summary>
    public string? EnvFile { get; init; }

    /// <summary>What the rules find in the project; null where nobody looks.</summary>
    public IPageFindings? Findings { get; init; }

    /// <summary>What is deployed; null where nothing can be.</summary>
    public HostDeploys? Deployments { get; init; }

    /// <summary>What a link into the editor looks like, with <c>{file}</c> and <c>{line}</c>.</summary>
    public string EditorLink { get; init; } = DefaultEditorLink;

    /// <summary>Visual Studio Code's.</summary>
    public const string DefaultEditorLink = "vscode://file{file}:{line}";
}
