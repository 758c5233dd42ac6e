namespace Ahoy.Host.Page;

/// <summary>A Function or Asset.</summary>
internal sealed record RouteItem(string Kind, string Path, string Visibility, string File, string? FullPath, long Size, string ContentType);

/// <summary>A variable, by its name; never its value.</summary>
internal sealed record VariableItem(string Name, string Origin);

/// <summary>Something that the platform limits, and how near it is.</summary>
internal sealed record LimitItem(string Name, double Value, double Limit, string Unit);

/// <summary>A Service that is served.</summary>
internal sealed record ServedItem(
    string Name, string DomainName, string Url, string Runtime, IReadOnlyList<RouteItem> Routes, IReadOnlyList<VariableItem> Variables, IReadOnlyList<LimitItem> Limits,
    string? EnvironmentSid, bool CanSign);

/// <summary>What a rule or a check of the Build reports.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is told.</param>
/// <param name="File">The file, relative to the project.</param>
/// <param name="FullPath">The file, absolute.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Proof">What runs have said of it; null where none were made.</param>
/// <param name="Target">The path and parameters of the run's request; null where none shows it.</param>
internal sealed record FindingItem(
    string Id, string Severity, string Message, string File, string? FullPath, int Line, int Column, string? Proof = null, string? Target = null);

/// <summary>A Deployment.</summary>
internal sealed record DeployItem(string Sid, string BuildSid, DateTimeOffset At);

/// <summary>An Environment of a Service that was deployed to this host.</summary>
internal sealed record EnvironmentItem(
    string ServiceSid, string Service, string Sid, string Name, string DomainName, string? BuildSid, IReadOnlyList<DeployItem> Deployments);

/// <summary>All that the page shows of what is served.</summary>
internal sealed record ServiceAnswer(
    string Command, string Run, bool IsOffline, string? OfflineUrl, string GatewayUrl, string Version, string EditorLink, IReadOnlyList<ServedItem> Services,
    IReadOnlyList<FindingItem>? Findings, IReadOnlyList<EnvironmentItem>? Environments, IReadOnlyList<string> Numbers, string? Folder);

/// <summary>A Build that is to be live in an Environment.</summary>
internal sealed record PromoteBody(string? ServiceSid, string? EnvironmentSid, string? BuildSid);
