// tsc compiles what ends in .ts, and leaves all else where it is.

const { cpSync, existsSync, mkdirSync } = require('fs');

mkdirSync('dist/assets', { recursive: true });
if (existsSync('src/assets')) {
  cpSync('src/assets', 'dist/assets', { recursive: true, filter: (file) => !file.endsWith('.ts') });
}
