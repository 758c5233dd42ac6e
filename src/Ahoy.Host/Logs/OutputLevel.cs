namespace Ahoy.Host.Logs;

/// <summary>The levels of what Functions write to the console. Page: Debug your Functions. The values are those of the worker's frames.</summary>
internal enum OutputLevel : byte
{
    Info = 0,
    Warn = 1,
    Error = 2,
}
