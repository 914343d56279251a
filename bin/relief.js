#!/usr/bin/env node
const { main, unwritable } = require('./load.js').load('main.cjs');

const argv = process.argv.slice(2);
const { env } = process;
// Node opens a stream when it is first asked for, which takes its time.
const streams = {
  out: process.stdout,
  get in() {
    return process.stdin;
  },
  get err() {
    return process.stderr;
  },
};
process.stdout.on('error', (error) => {
  const exitCode = unwritable(error, argv, streams, env);
  if (exitCode !== undefined) process.exit(exitCode);
});
main(argv, streams, env).then((exitCode) => {
  process.exitCode = exitCode;
});
