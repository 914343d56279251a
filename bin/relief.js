#!/usr/bin/env node
const { main } = require('./load.js').load('main.cjs');

// A reader that leaves early, such as `| head`, is no error.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
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
main(process.argv.slice(2), streams, process.env).then((exitCode) => {
  process.exitCode = exitCode;
});
