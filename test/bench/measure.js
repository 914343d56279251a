// Runs commands side by side and tells medians and ratios: the machine's own speed drops out.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Runs a command to its end. @returns seconds of wall clock and the peak of its memory in MB (Linux) */
export async function run(command, args, { env = {}, cwd, input, exit = 0 } = {}) {
  const started = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: [input ? 'pipe' : 'ignore', 'ignore', 'pipe'],
  });
  if (input) child.stdin.end(input);
  let [peak, complaint] = [0, ''];
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {
      // The process has ended, or this is no Linux: then there is no figure.
    }
  }, 20);
  const code = await new Promise((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  );
  clearInterval(watch);
  if (code !== 0 && code !== exit)
    throw new Error(`${command} ${args.join(' ')}: exit ${code} ${complaint.slice(0, 300)}`);
  return { seconds: (performance.now() - started) / 1000, megabytes: peak / 1024 };
}

export const median = (numbers) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Runs two things in turn, A B A B …, once to warm up and then `times`. @returns medians, and the median of the ratios pair by pair */
export async function pair(times, a, b) {
  const pairs = [];
  for (let at = -1; at < times; at += 1) {
    const one = [await a(), await b()];
    if (at >= 0) pairs.push(one);
  }
  return {
    a: median(pairs.map(([one]) => one.seconds)),
    b: median(pairs.map(([, other]) => other.seconds)),
    ratio: median(pairs.map(([one, other]) => one.seconds / other.seconds)),
    megabytes: Math.max(...pairs.map(([one]) => one.megabytes)),
  };
}
