using System;
using Microsoft.Build.Utilities;

namespace Ahoy.Repo;

/// <summary>Writes a line past MSBuild's loggers: `dotnet run` lets them say nothing but warnings and errors.</summary>
public sealed class SayLine : Task
{
    /// <summary>The line.</summary>
    public string Text { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        Console.Error.WriteLine(Text);
        return true;
    }
}
