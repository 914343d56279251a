// Loads files of the bundle as `require` does, with what V8 made of them at the build: to compile them anew takes a
// sixth of a short command's time. It is kept for the build's own version of node and kind of machine. Where there is
// none, or V8 finds it cut short or not its own, the file is compiled as ever.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '../dist');
/** Where the build keeps what was compiled. */
const compiled = join(dist, `${process.version}-${process.platform}-${process.arch}`);
/** The files loaded so far, by name. */
const scripts = new Map();
const modules = new Map();

/** The exports of a file of the bundle; it is run when it is first asked for. */
function load(name) {
  const known = modules.get(name);
  if (known) return known.exports;
  const filename = join(dist, name);
  const body = readFileSync(filename, 'utf8');
  const source = `(function (exports, require, module, __filename, __dirname) {${body}\n})`;
  const script = new Script(source, { filename, cachedData: compiledBefore(name) });
  const module = { exports: {} };
  scripts.set(name, script);
  modules.set(name, module);
  script.runInThisContext()(module.exports, requireFromDist, module, filename, dist);
  return module.exports;
}

const requireFromDist = (name) => (name.startsWith('./') ? load(name.slice(2)) : require(name));

function compiledBefore(name) {
  try {
    return readFileSync(join(compiled, name));
  } catch {
    return undefined;
  }
}

module.exports = { load, scripts, compiled };
