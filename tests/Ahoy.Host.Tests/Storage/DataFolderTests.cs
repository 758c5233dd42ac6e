using Ahoy.Host.Storage;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Storage;

public sealed class DataFolderTests
{
    [Fact]
    public void Open_WhileAnotherHostUsesTheFolder_SaysSo()
    {
        using var folder = new TempFolder();
        using var first = DataFolder.Open(folder.Combine("data"));

        var e = Assert.Throws<DataFolderInUseException>(() => DataFolder.Open(folder.Combine("data")));

        Assert.Contains("--data", e.Message);
    }

    [Fact]
    public void Open_MakesTheFolderForItsOwnerAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Rights are those of the user's profile there.");
            return;
        }

        using var folder = new TempFolder();
        using var data = DataFolder.Open(folder.Combine("data"));

        const UnixFileMode Others = (UnixFileMode)0b111_111;
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(data.Path) & Others);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(data.Keys) & Others);
    }

    [Fact]
    public async Task Database_OfANewerAhoy_IsRefused()
    {
        using var folder = new TempFolder();
        var file = folder.Combine("ahoy.db");
        using (var database = Database.Open(file))
        {
            await database.WriteAsync(c => c.Execute("CREATE TABLE later (x)"), TestContext.Current.CancellationToken);
        }

        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            connection.Execute("PRAGMA user_version = 999");
        }

        var e = Assert.Throws<DatabaseTooNewException>(() => Database.Open(file));
        Assert.Contains("999", e.Message);
    }
}
