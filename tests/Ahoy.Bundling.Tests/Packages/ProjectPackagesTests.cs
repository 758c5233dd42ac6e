using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Bundling.Tests.Packages;

/// <summary>Which installer a project's packages are, and where they lie.</summary>
public sealed class ProjectPackagesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("{}", "", PackageInstaller.Npm, null)]
    [InlineData("{}", "package-lock.json", PackageInstaller.Npm, "package-lock.json")]
    [InlineData("{}", "npm-shrinkwrap.json package-lock.json", PackageInstaller.Npm, "npm-shrinkwrap.json")]
    [InlineData("{}", "pnpm-lock.yaml", PackageInstaller.Pnpm, "pnpm-lock.yaml")]
    [InlineData("{}", "yarn.lock", PackageInstaller.YarnClassic, "yarn.lock")]
    [InlineData("{}", "yarn.lock .yarnrc.yml", PackageInstaller.Yarn, "yarn.lock")]
    [InlineData("{}", "bun.lockb", PackageInstaller.Bun, "bun.lockb")]
    [InlineData("{}", "bun.lockb bun.lock", PackageInstaller.Bun, "bun.lock")]
    [InlineData("""{ "packageManager": "pnpm@9.1.0+sha512.abc" }""", "", PackageInstaller.Pnpm, null)]
    [InlineData("""{ "packageManager": "yarn@1.22.22" }""", "", PackageInstaller.YarnClassic, null)]
    [InlineData("""{ "packageManager": "yarn@4.5.0" }""", "", PackageInstaller.Yarn, null)]
    [InlineData("""{ "packageManager": "pnpm@9.1.0" }""", "package-lock.json pnpm-lock.yaml", PackageInstaller.Pnpm, "pnpm-lock.yaml")]
    public void Find_FilesAndPackageJson_SayWhichInstaller(string manifest, string files, PackageInstaller installer, string? lockName)
    {
        foreach (var file in files.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            _folder.Write(file, "");
        }

        var packages = ProjectPackages.Find(_folder.Path, PackageManifest.Parse(manifest, "package.json"));

        Assert.Equal(installer, packages.Installer);
        Assert.Equal(lockName, packages.LockName);
        Assert.Empty(packages.OtherLocks);
    }

    [Fact]
    public void ReadLock_TwoInstallersLocks_IsOneProblem()
    {
        _folder.Write("package-lock.json", "{}");
        _folder.Write("yarn.lock", "");
        var manifest = PackageManifest.Parse("""{ "dependencies": { "a": "1" } }""", "package.json");
        var project = new ProjectFolder(ProjectSettings.Of(_folder.Path, new GivenSettings(), ToolkitConfiguration.Empty));

        Assert.Null(project.ReadLock(ProjectPackages.Find(_folder.Path, manifest), manifest));

        Assert.Contains("two lock files, package-lock.json and yarn.lock", Assert.Single(project.Problems).Message);
    }

    [Theory]
    [InlineData("""{ "workspaces": ["packages/*"] }""", "packages/functions", true)]
    [InlineData("""{ "workspaces": { "packages": ["./packages/functions/"] } }""", "packages/functions", true)]
    [InlineData("""{ "workspaces": ["**"] }""", "a/b/c", true)]
    [InlineData("""{ "workspaces": ["apps/**", "!apps/old"] }""", "apps/new", true)]
    [InlineData("""{ "workspaces": ["apps/**", "!apps/old"] }""", "apps/old", false)]
    [InlineData("""{ "workspaces": ["packages/*"] }""", "packages/a/b", false)]
    [InlineData("""{ "workspaces": ["packages/{functions,other}"] }""", "packages/functions", true)]
    [InlineData("""{ "name": "no-workspace" }""", "packages/functions", false)]
    public void Find_FolderBelowARoot_BelongsToItWhereTheRootSaysSo(string root, string path, bool belongs)
    {
        _folder.Write("package.json", root);
        _folder.Write("package-lock.json", "{}");
        _folder.Write($"{path}/package.json", "{}");

        var packages = ProjectPackages.Find(_folder.Combine(path), PackageManifest.Parse("{}", "package.json"));

        Assert.Equal(belongs ? path : "", packages.PathInWorkspace);
        Assert.Equal(belongs, packages.Lock is not null);
    }

    public void Dispose() => _folder.Dispose();
}
