#!/usr/bin/env node
import { isDrawing } from '../statusline/is-drawing.ts';

// Each of the two loads nothing of the other: a status line must be there before anybody notices that it was asked for.
const args = process.argv.slice(2);
if (isDrawing(args)) {
  // In a bundle it is a file of its own beside this one (vite.config.ts).
  const program = import.meta.url.endsWith('.ts') ? '../statusline/statusline.ts' : './statusline.cjs';
  await import(new URL(program, import.meta.url).href);
} else {
  const [{ runCli }, { createNodeCliHost }] = await Promise.all([import('./run-cli.ts'), import('./node-cli-host.ts')]);
  // Not `process.exit()`: output that a pipe has not taken yet would be lost.
  process.exitCode = await runCli(args, createNodeCliHost());
}
