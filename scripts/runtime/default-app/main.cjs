'use strict';

// What Electron runs when it is given a folder on its command line: `electron [switches] FOLDER [arguments]`.
// The runtime from the npm archive comes without this part, so it is written here again: it gives the app
// in FOLDER the name, version and path it would have when packaged, and loads its main file.

const { app } = require('electron');
const { createRequire } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const args = process.argv.slice(1);
const preloads = [];
let folder;
for (let index = 0; index < args.length && folder === undefined; index += 1) {
  if (args[index] === '-r' || args[index] === '--require') preloads.push(args[(index += 1)]);
  else if (!args[index].startsWith('-')) folder = path.resolve(args[index]);
}
if (folder === undefined) {
  console.error('Name the folder of the app: electron FOLDER');
  process.exit(1);
}

const requireFromApp = createRequire(path.join(folder, 'package.json'));
const manifest = requireFromApp('./package.json');
process.defaultApp = true;
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(folder);
for (const preload of preloads) requireFromApp(preload);

const main = path.join(folder, manifest.main);
if (main.endsWith('.cjs')) requireFromApp(main);
else import(pathToFileURL(main).href);
