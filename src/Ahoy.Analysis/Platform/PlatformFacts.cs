using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Platform;

/// <summary>What can be asked of every file about the platform's own things.</summary>
internal static class PlatformFacts
{
    extension(SourceFile file)
    {
        /// <summary>The strings and numbers that are known.</summary>
        public ConstantValues Constants => file.Get(static source => new ConstantValues(source.Scopes));

        /// <summary>What the file exports as its handler.</summary>
        public Handlers Handlers => file.Get(HandlerFinder.Find);
    }
}
