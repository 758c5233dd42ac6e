// Compiles Functions by what people compile them with: node compile.mjs IN OUT. IN holds NNN.js, and a manifest.json of which file goes
// through which variant; OUT gets VARIANT/NNN.js, with its map beside it where the variant makes one. What a compiler refuses is left out.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { rollup } from 'rollup';

const require = createRequire(import.meta.url);
const ts = require('typescript');
const esbuild = require('esbuild');
const swc = require('@swc/core');
const babel = require('@babel/core');
const webpack = require('webpack');

const [, , input, output] = process.argv;
const presetEnv = require.resolve('@babel/preset-env');

const tsc = (target, options = {}) => (code) => ts.transpileModule(code, {
  compilerOptions: { target: ts.ScriptTarget[target], module: ts.ModuleKind.CommonJS, allowJs: true, downlevelIteration: true, ...options },
  fileName: 'entry.js',
}).outputText;

const byEsbuild = (target, minify = false) => (code) => esbuild.transformSync(code, { target, minify, format: 'cjs', platform: 'node' }).code;

const bySwc = (target, minify = false) => (code) => swc.transformSync(code, {
  jsc: { target, parser: { syntax: 'ecmascript' }, minify: minify ? { compress: true, mangle: true } : undefined },
  minify,
  module: { type: 'commonjs' },
}).code;

const byBabel = (targets) => (code) => babel.transformSync(code, {
  presets: [[presetEnv, { targets, modules: 'commonjs' }]],
  configFile: false,
  babelrc: false,
  compact: false,
  filename: 'entry.js',
  sourceType: 'unambiguous',
}).code;

const bundleByEsbuild = (options) => async (code) => {
  const built = await esbuild.build({
    stdin: { contents: code, resolveDir: output, sourcefile: 'entry.js' },
    bundle: true, write: false, platform: 'node', format: 'cjs', external: ['*'], logLevel: 'silent', ...options,
  });
  return built.outputFiles[0].text;
};

const bundleByRollup = async (code) => {
  const bundle = await rollup({
    input: 'entry.js',
    external: (id) => id !== 'entry.js',
    onwarn() {},
    plugins: [{ resolveId: (id) => (id === 'entry.js' ? id : null), load: (id) => (id === 'entry.js' ? code : null) }],
  });
  return (await bundle.generate({ format: 'cjs' })).output[0].code;
};

const bundleByWebpack = (options) => (code, name) => new Promise((resolve) => {
  const folder = path.join(output, '.webpack', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'entry.js'), code);
  webpack({
    context: folder,
    entry: './entry.js',
    target: 'node',
    devtool: false,
    output: { path: path.join(folder, 'out'), filename: 'out.js', libraryTarget: 'commonjs2' },
    externals: [({ request }, done) => (request === './entry.js' ? done() : done(null, `commonjs2 ${request}`))],
    ...options,
  }, (error, stats) => resolve(error || stats.hasErrors() ? null : readFileSync(path.join(folder, 'out', 'out.js'), 'utf8')));
});

// The same Function as an ES module, where it exports nothing but its handler.
const asModule = (compile) => (code, name) => {
  const exported = code.match(/\bexports\b/g) ?? [];
  const isPlain = exported.length === 1 && /^exports\.handler = /m.test(code) && !/\b(const|let|var|function) handler\b|\bwith \(/.test(code);
  return isPlain ? compile(code.replace(/^exports\.handler = /m, 'export const handler = '), name) : null;
};

const variants = {
  'tsc-es5': tsc('ES5'),
  'tsc-es2015': tsc('ES2015'),
  'tsc-es2016': tsc('ES2016'),
  'tsc-es2017': tsc('ES2017'),
  'tsc-es5-tslib': tsc('ES5', { importHelpers: true }),
  'tsc-es2015-tslib-module': asModule(tsc('ES2015', { importHelpers: true })),
  'tsc-es5-module': asModule(tsc('ES5')),
  'esbuild-es2015': byEsbuild('es2015'),
  'esbuild-es2017': byEsbuild('es2017'),
  'esbuild-es2020': byEsbuild('es2020'),
  'esbuild-es2015-minified': byEsbuild('es2015', true),
  'esbuild-esnext-minified': byEsbuild('esnext', true),
  'esbuild-bundle': bundleByEsbuild({ target: 'es2015' }),
  'esbuild-bundle-minified': bundleByEsbuild({ minify: true }),
  'esbuild-bundle-module': asModule(bundleByEsbuild({})),
  'esbuild-bundle-module-minified': asModule(bundleByEsbuild({ minify: true, target: 'es2016' })),
  'swc-es5': bySwc('es5'),
  'swc-es2015': bySwc('es2015'),
  'swc-es2017-module': asModule(bySwc('es2017')),
  'swc-es2015-minified': bySwc('es2015', true),
  'swc-es2017-minified': bySwc('es2017', true),
  'babel-regenerator': byBabel({ ie: '11' }),
  'babel-generators': byBabel({ node: '6' }),
  'babel-regenerator-module': asModule(byBabel({ ie: '11' })),
  'rollup-module': asModule(bundleByRollup),
  'webpack-development': bundleByWebpack({ mode: 'development' }),
  'webpack-production': bundleByWebpack({ mode: 'production' }),
  'webpack-production-module': asModule(bundleByWebpack({ mode: 'production', optimization: { minimize: false } })),
};

for (const [variant, names] of Object.entries(JSON.parse(readFileSync(path.join(input, 'manifest.json'), 'utf8')))) {
  mkdirSync(path.join(output, variant), { recursive: true });
  await Promise.all(names.map(async (name) => {
    let compiled = null;
    try {
      compiled = await variants[variant](readFileSync(path.join(input, name), 'utf8'), `${variant}-${name}`);
    } catch {
      // Sloppy code and `return` at the top are valid CommonJS, and no module.
    }

    if (compiled !== null) {
      writeFileSync(path.join(output, variant, name), compiled);
    }
  }));
}
