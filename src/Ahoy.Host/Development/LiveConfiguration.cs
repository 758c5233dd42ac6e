using Ahoy.Model;

namespace Ahoy.Host.Development;

/// <summary>The configuration of a project that is read again and again: one that is a program runs again only when its file has changed.</summary>
/// <param name="folder">The project's folder.</param>
/// <param name="given">The configuration that the command line names; null for the one that lies in the folder.</param>
internal sealed class LiveConfiguration(string folder, ToolkitConfiguration? given)
{
    private readonly Lock _lock = new();
    private ToolkitConfiguration? _read;
    private DateTime _written;

    /// <summary>Reads it.</summary>
    /// <exception cref="ProjectException">It can't be read.</exception>
    public ToolkitConfiguration Read()
    {
        if (given is not null || !Directory.Exists(folder))
        {
            return given ?? ToolkitConfiguration.Empty;
        }

        lock (_lock)
        {
            if (_read is { IsScript: true, File: { } file } && File.Exists(file) && File.GetLastWriteTimeUtc(file) == _written)
            {
                return _read;
            }

            try
            {
                _read = ToolkitConfiguration.Load(folder);
                _written = _read.File is { } found ? File.GetLastWriteTimeUtc(found) : default;
                return _read;
            }
            catch (ToolkitConfigurationException e)
            {
                throw new ProjectException(e.ToLine());
            }
        }
    }
}
