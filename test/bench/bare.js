// Runs statements on a database and reads every row: what a command is measured against. `node bare.js DATABASE SQL…`
import Database from 'better-sqlite3';

const [, , path, ...statements] = process.argv;
const database = new Database(path, { readonly: true });
database.pragma('cache_size = -32768');
let rows = 0;
for (const statement of statements) rows += database.prepare(statement).raw().all().length;
process.stdout.write(`${rows}\n`);
