// Compiles a project with the project's own TypeScript: the first line that comes in has the settings (CompilerProcess.cs), each one after it asks for a
// compilation and is answered with a line of JSON. It stays warm: what has not changed is neither read nor checked again.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');
const { pathToFileURL } = require('node:url');
const { execFile } = require('node:child_process');

let settings;
const isIn = (folder, file) => file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
const isDeclaration = (file) => /\.d\.[cm]?ts$/.test(file);

// What counts whatever the project says: maps lie beside the output, where no deploy takes them along, and hold no sources.
const forced = () => ({
  outDir: settings.output,
  rootDir: settings.root,
  sourceMap: true,
  inlineSources: false,
  noEmitOnError: true,
  incremental: true,
  composite: false,
  ...(settings.bundle ? { noEmit: true } : {}),
  tsBuildInfoFile: settings.buildInfo,
});

// What would leave nothing to serve; each is the project's own wish, and no accident.
function refuse(options, references) {
  if (settings.bundle) return null;
  if (options.noEmit) return "says \"noEmit\", and the compiler would write nothing to serve: remove it, or set AhoyTypeScript to false where something else compiles the project";
  if (options.emitDeclarationOnly) return 'says "emitDeclarationOnly", and the compiler would write nothing to serve: remove it';
  if (options.outFile) return 'says "outFile", and each Function has to be a file of its own: remove it';
  if (references?.length) return `has project references (${references.map((r) => r.originalPath ?? r.path).join(', ')}), and one project is compiled at a time: name the files in "include", or compile with \`tsc --build\` yourself and set AhoyTypeScript to false`;
  return null;
}

// Only what a Function can reach becomes a part of the output: tests beside the sources are the test runner's.
const belongs = (file) => isIn(settings.root, file) || isDeclaration(file);

function makeCompiler(ts) {
  let builder;
  let host;
  let before = '';
  let missing = false;
  let installed = '';
  const texts = new Map();

  function hostFor(options) {
    const made = ts.createIncrementalCompilerHost(options, ts.sys);
    const read = made.getSourceFile.bind(made);
    made.getSourceFile = (name, ...rest) => {
      // Packages are some thousand files, which change when they are installed.
      if (name.includes('/node_modules/') && texts.has(name)) return texts.get(name).file;
      const stat = fs.statSync(name, { throwIfNoEntry: false });
      const stamp = stat && `${stat.mtimeMs} ${stat.size}`;
      const kept = texts.get(name);
      if (kept && kept.stamp === stamp) return kept.file;
      const file = read(name, ...rest);
      if (file) texts.set(name, { stamp, file });
      else texts.delete(name);
      return file;
    };
    made.writeFile = writeIfChanged;
    return made;
  }

  function tell(diagnostic) {
    const told = {
      code: `TS${diagnostic.code}`,
      message: ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'),
      isError: diagnostic.category === ts.DiagnosticCategory.Error,
    };
    if (diagnostic.file && diagnostic.start !== undefined) {
      const start = ts.getLineAndCharacterOfPosition(diagnostic.file, diagnostic.start);
      const end = ts.getLineAndCharacterOfPosition(diagnostic.file, diagnostic.start + (diagnostic.length ?? 0));
      Object.assign(told, {
        file: path.resolve(diagnostic.file.fileName), line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1,
      });
    }
    return told;
  }

  return function compile() {
    const broken = [];
    const parsed = ts.getParsedCommandLineOfConfigFile(settings.configuration, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (d) => broken.push(d) });
    // What is wrong with the text of the file is not among the errors of what it says.
    const wrong = ts.sortAndDeduplicateDiagnostics([...broken, ...(parsed ? ts.getConfigFileParsingDiagnostics(parsed) : [])]);
    if (!parsed || wrong.length > 0) return { diagnostics: wrong.map(tell), files: [] };
    const problem = refuse(parsed.options, parsed.projectReferences);
    if (problem) return { problem, diagnostics: [], files: [] };

    const options = { ...parsed.options, ...forced() };
    for (const name of ['inlineSourceMap', 'mapRoot', 'sourceRoot', 'out']) delete options[name];
    options.module ??= ts.ModuleKind.CommonJS;
    if (settings.stays) {
      // What this process knows it need not write down for another.
      options.incremental = false;
      delete options.tsBuildInfoFile;
    }

    const packages = String(fs.statSync(path.join(settings.folder, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false })?.mtimeMs);
    if (packages !== installed) {
      installed = packages;
      texts.clear();
      host = null;
    }

    const names = parsed.fileNames.filter((file) => belongs(path.resolve(file)));
    const now = JSON.stringify([names, options]);
    if (!host || now !== before || missing) {
      // A file that was missing may be there now, and an earlier program remembers that it was not.
      host = hostFor(options);
      builder = !settings.stays && !builder ? ts.readBuilderProgram(options, host) : undefined;
    }

    before = now;
    builder = ts.createEmitAndSemanticDiagnosticsBuilderProgram(names, options, host, builder);
    let found = [...builder.getConfigFileParsingDiagnostics(), ...builder.getOptionsDiagnostics(), ...builder.getGlobalDiagnostics(), ...builder.getSyntacticDiagnostics()];
    if (found.length === 0) found = [...builder.getSemanticDiagnostics()];
    if (options.declaration) found.push(...builder.getDeclarationDiagnostics());
    missing = found.some((d) => d.code === 2307 || d.code === 6053);
    const stops = found.some((d) => d.category === ts.DiagnosticCategory.Error);
    if (!stops && !settings.bundle) builder.emit();
    const files = builder.getSourceFiles().map((file) => path.resolve(file.fileName)).filter((file) => !file.includes(`${path.sep}node_modules${path.sep}`));
    return { diagnostics: ts.sortAndDeduplicateDiagnostics(found).map(tell), files };
  };
}

// TypeScript 7 is a program, without an interface for JavaScript that would stay as it is.
function makeNativeCompiler(program, before) {
  const run = (args) => new Promise((resolve) => {
    execFile(program, [...before, ...args], { cwd: settings.folder, maxBuffer: 256 * 1024 * 1024, windowsHide: true }, (error, out, err) =>
      resolve({ failure: error && typeof error.code !== 'number' ? error.message : null, isWrong: !!error, out: out + err }));
  });

  async function show() {
    const { out, isWrong, failure } = await run(['-p', settings.configuration, '--showConfig']);
    return isWrong ? { diagnostics: parse(out), failure } : { config: JSON.parse(out.slice(out.indexOf('{'))) };
  }

  function parse(out) {
    const diagnostics = [];
    for (const line of out.split(/\r?\n/)) {
      const match = /^(?:(.+?)\((\d+),(\d+)\): )?(error|warning|message) (TS\d+): (.*)$/.exec(line);
      if (match) {
        const [, file, row, column, category, code, message] = match;
        const place = file ? { file: path.resolve(settings.folder, file), line: +row, column: +column, endLine: +row, endColumn: +column } : {};
        diagnostics.push({ code, message, isError: category === 'error', ...place });
      } else if (/^\s+\S/.test(line) && diagnostics.length > 0) {
        diagnostics[diagnostics.length - 1].message += `\n${line.trimEnd()}`;
      }
    }
    return diagnostics;
  }

  return async function compile() {
    const { config, diagnostics: wrong, failure } = await show();
    if (!config) return { diagnostics: wrong, files: [], ...(wrong.length === 0 ? { failure: failure ?? 'the compiler ended without a reason' } : {}) };
    const problem = refuse(config.compilerOptions ?? {}, config.references);
    if (problem) return { problem, diagnostics: [], files: [] };

    const files = (config.files ?? []).map((file) => path.resolve(path.dirname(settings.configuration), file)).filter(belongs);
    const compilerOptions = { ...forced(), inlineSourceMap: null, mapRoot: null, sourceRoot: null };
    if (!config.compilerOptions?.module) compilerOptions.module = 'commonjs';
    const own = path.join(settings.work, `tsconfig.${settings.stays ? 'start' : 'build'}.json`);
    const text = JSON.stringify({ extends: settings.configuration, files, include: [], compilerOptions }, null, 2);
    if (!fs.existsSync(own) || fs.readFileSync(own, 'utf8') !== text) fs.writeFileSync(own, text);
    const result = await run(['-p', own, '--pretty', 'false', '--listFiles']);
    if (result.failure) return { failure: result.failure, diagnostics: [], files: [] };
    const diagnostics = parse(result.out);
    const listed = result.out.split(/\r?\n/).filter((line) => path.isAbsolute(line) && fs.existsSync(line)).map((line) => path.resolve(line));
    return { diagnostics, files: listed.filter((file) => !file.includes(`${path.sep}node_modules${path.sep}`)) };
  };
}

// Each Function becomes a file of its own with all that it needs, but for what the platform has. Written only once all of it has been made.
function makeBundler(esbuild) {
  const isFunction = (file) => /\.(?:[cm]?ts|tsx|[cm]?js)$/.test(file) && !isDeclaration(file) && !file.includes('node_modules') && !path.basename(file).startsWith('.');
  const filesIn = (folder) => (fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }).map((file) => path.join(folder, file)).sort() : []);
  const told = (isError) => ({ text, location }) => ({
    code: 'AHOY5110',
    message: text,
    isError,
    ...(location ? { file: path.resolve(settings.folder, location.file), line: location.line, column: location.column + 1, endLine: location.line, endColumn: location.column + 1 + location.length } : {}),
  });
  let context;
  let before = '';

  return async function bundle() {
    const entries = [...filesIn(settings.functions).filter(isFunction), ...filesIn(settings.assets).filter((file) => isFunction(file) && /\.[cm]?tsx?$/.test(file))];
    if (entries.length === 0) return { diagnostics: [], files: [], sizes: [] };
    if (entries.join() !== before) {
      before = entries.join();
      await context?.dispose();
      context = await esbuild.context({
        absWorkingDir: settings.folder,
        entryPoints: entries,
        outbase: settings.root,
        outdir: settings.output,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: settings.target,
        sourcemap: 'linked',
        sourcesContent: false,
        external: settings.externals,
        mainFields: ['module', 'main'],
        conditions: ['node', 'import', 'require'],
        keepNames: true,
        metafile: true,
        write: false,
        logLevel: 'silent',
      });
    }

    let result;
    try {
      result = await context.rebuild();
    } catch (error) {
      if (!error.errors) throw error;
      return { diagnostics: [...error.errors.map(told(true)), ...error.warnings.map(told(false))], files: [], sizes: [] };
    }

    for (const { path: name, text } of result.outputFiles) writeIfChanged(name, text, false);
    const files = Object.keys(result.metafile.inputs).map((file) => path.resolve(settings.folder, file)).filter((file) => !file.includes(`${path.sep}node_modules${path.sep}`));
    const sizes = Object.entries(result.metafile.outputs).filter(([, output]) => output.entryPoint).map(([, output]) => ({
      file: path.resolve(settings.folder, output.entryPoint),
      bytes: output.bytes,
      packages: Object.entries(output.inputs).filter(([input]) => input.includes('node_modules/')).reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0),
    }));
    return { diagnostics: result.warnings.map(told(false)), files: [...new Set([...entries, ...files])], sizes };
  };
}

function writeIfChanged(name, text, mark) {
  const content = (mark ? '\uFEFF' : '') + text;
  if (fs.existsSync(name) && fs.readFileSync(name, 'utf8') === content) return;
  fs.mkdirSync(path.dirname(name), { recursive: true });
  fs.writeFileSync(name, content);
}

async function load() {
  const compiler = settings.compiles ? await loadCompiler() : { compile: async () => ({ diagnostics: [], files: [] }) };
  if (!compiler || !settings.bundle) return compiler;
  let esbuild;
  try {
    esbuild = createRequire(path.join(settings.folder, 'package.json'))('esbuild');
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    return { compile: async () => ({ hasNoBundler: true }) };
  }

  const bundle = makeBundler(esbuild);
  return {
    version: compiler.version,
    async compile() {
      const compiled = await compiler.compile();
      if (compiled.problem || compiled.failure || compiled.diagnostics.some((d) => d.isError)) return compiled;
      const bundled = await bundle();
      return { ...bundled, diagnostics: [...compiled.diagnostics, ...bundled.diagnostics], files: [...new Set([...compiled.files, ...bundled.files])] };
    },
  };
}

async function loadCompiler() {
  const require = createRequire(path.join(settings.folder, 'package.json'));
  let manifest;
  try {
    manifest = require.resolve('typescript/package.json');
  } catch {
    return null;
  }
  const { version } = require(manifest);
  const folder = path.dirname(manifest);
  if (Number.parseInt(version, 10) < 7) {
    const ts = require('typescript');
    return { version, compile: makeCompiler(ts) };
  }
  try {
    const { default: getExePath } = await import(pathToFileURL(path.join(folder, 'lib', 'getExePath.js')).href);
    return { version, compile: makeNativeCompiler(getExePath(), []) };
  } catch {
    return { version, compile: makeNativeCompiler(process.execPath, [path.join(folder, 'bin', 'tsc')]) };
  }
}

let compiler;
async function answer() {
  try {
    compiler ??= await load();
    return compiler ? { version: compiler.version, ...(await compiler.compile()) } : { isMissing: true };
  } catch (error) {
    return { failure: String(error?.stack ?? error) };
  }
}

let last = Promise.resolve();
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  if (!settings) {
    settings = JSON.parse(line);
    return;
  }

  last = last.then(async () => process.stdout.write(`${JSON.stringify(await answer())}\n`));
}).on('close', () => last.then(() => process.exit(0)));
