'use strict';

// Reads a JSON list of environment files, and writes for each what the two versions make of it, as lists of name and value.
const fs = require('node:fs');
const older = require('dotenv6');
const newer = require('dotenv16');

const [input, output] = process.argv.slice(2);
const files = JSON.parse(fs.readFileSync(input, 'utf8'));
fs.writeFileSync(output, JSON.stringify(files.map((text) => [Object.entries(older.parse(text)), Object.entries(newer.parse(text))])));
