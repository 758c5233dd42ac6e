namespace Ahoy.Model;

/// <summary>What installs a project's npm packages.</summary>
public enum PackageInstaller
{
    /// <summary>npm.</summary>
    Npm,

    /// <summary>pnpm.</summary>
    Pnpm,

    /// <summary>yarn 1.</summary>
    YarnClassic,

    /// <summary>yarn from 2 on, with <c>node_modules</c> or Plug'n'Play.</summary>
    Yarn,

    /// <summary>bun.</summary>
    Bun,
}
