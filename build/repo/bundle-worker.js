'use strict';

// node bundle-worker.js FOLDER FILE: puts the modules of a folder into one file, which runs worker.js. Node takes about half a
// millisecond to find, read and wrap a module: one file starts a quarter faster than twenty, and takes 4 MB less.

const fs = require('node:fs');
const path = require('node:path');

const [folder, target] = process.argv.slice(2);
const files = fs.readdirSync(folder).filter((file) => file.endsWith('.js') && file !== 'worker.js').sort();

const head = `'use strict';

const load = ((modules, loaded) => function load(name) {
  if (!Object.hasOwn(modules, name)) {
    return require(name);
  }

  if (loaded[name] === undefined) {
    const module = (loaded[name] = { exports: {} });
    modules[name](module, load);
  }

  return loaded[name].exports;
})({
`;

const modules = files.map((file) => {
  const name = `./${path.basename(file, '.js')}`;
  return `'${name}'(module, require) {\n${read(file)}\n},\n`;
});

fs.mkdirSync(path.dirname(target), { recursive: true });
fs.writeFileSync(target, `${head}${modules.join('')}}, {});\n((require) => {\n${read('worker.js')}\n})(load);\n`);

function read(file) {
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  if (/(?<![\w.#])require\./.test(text)) {
    throw new Error(`${file}: in the bundle 'require' is a function and no more. Use what Module.createRequire gives.`);
  }

  return text.replace("'use strict';\n\n", '').trimEnd();
}
