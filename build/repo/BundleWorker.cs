using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Repo
{
    /// <summary>
    /// Puts the modules of the worker into one file, which runs worker.js. Node takes about half a millisecond to find, read and wrap a
    /// module: one file starts a quarter faster than twenty, and takes 4 MB less. Compiled by MSBuild where it is used.
    /// </summary>
    public sealed class BundleWorker : Task
    {
        private const string Strict = "'use strict';\n\n";

        private const string Head = Strict + @"const load = ((modules, loaded) => function load(name) {
  if (!Object.hasOwn(modules, name)) {
    return require(name);
  }

  if (loaded[name] === undefined) {
    const module = (loaded[name] = { exports: {} });
    modules[name](module, load);
  }

  return loaded[name].exports;
})({
";

        /// <summary>The modules.</summary>
        [Required]
        public string[] Sources { get; set; }

        /// <summary>The file's name of the one that runs first.</summary>
        public string Main { get; set; } = "worker.js";

        /// <summary>The file to write.</summary>
        [Required]
        public string OutputFile { get; set; }

        /// <inheritdoc/>
        public override bool Execute()
        {
            var text = new StringBuilder(Head.Replace("\r\n", "\n"));
            foreach (var file in Sources.Where(file => !IsMain(file)).OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal))
            {
                text.Append("'./").Append(Path.GetFileNameWithoutExtension(file)).Append("'(module, require) {\n").Append(Read(file)).Append("\n},\n");
            }

            text.Append("}, {});\n((require) => {\n").Append(Read(Sources.Single(IsMain))).Append("\n})(load);\n");
            if (!Log.HasLoggedErrors)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(OutputFile));
                File.WriteAllText(OutputFile, text.ToString());
            }

            return !Log.HasLoggedErrors;
        }

        private bool IsMain(string file)
        {
            return Path.GetFileName(file) == Main;
        }

        private string Read(string file)
        {
            var text = File.ReadAllText(file).Replace("\r\n", "\n");
            if (Regex.IsMatch(text, @"(?<![\w.#])require\."))
            {
                Log.LogError(null, null, null, file, 0, 0, 0, 0, "In the bundle 'require' is a function and no more. Use what Module.createRequire gives.");
            }

            return (text.StartsWith(Strict, StringComparison.Ordinal) ? text.Substring(Strict.Length) : text).TrimEnd();
        }
    }
}
