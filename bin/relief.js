#!/usr/bin/env node
import { main } from '../dist/main.js';

// A reader that leaves early, such as `| head`, is no error.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
const streams = { in: process.stdin, out: process.stdout, err: process.stderr };
process.exitCode = await main(process.argv.slice(2), streams, process.env);
