using Ahoy.Model;

namespace Ahoy.Host.Development;

/// <summary>The configuration of a project that is read again and again: one that is a program runs again only when its file has changed.</summary>
internal sealed class LiveConfiguration(ProjectOptions options)
{
    private ToolkitConfiguration? _read;
    private DateTime _written;

    /// <summary>Reads it.</summary>
    /// <exception cref="ProjectException">It can't be read.</exception>
    public ToolkitConfiguration Read()
    {
        if (options.Configuration is { } given)
        {
            return given;
        }

        if (_read is { IsScript: true, File: { } file } && File.Exists(file) && File.GetLastWriteTimeUtc(file) == _written)
        {
            return _read;
        }

        try
        {
            _read = ToolkitConfiguration.Load(options.Folder);
            _written = _read.File is { } found ? File.GetLastWriteTimeUtc(found) : default;
            return _read;
        }
        catch (ToolkitConfigurationException e)
        {
            throw new ProjectException(e.ToLine());
        }
    }
}
