#!/usr/bin/env node
import { isDrawing } from './node/statusline/is-drawing.ts';
import { parseStatusOptions } from './node/statusline/status-options.ts';

// None of them loads code of another: a status line must appear without a noticeable delay, and only the commands that
// start the server load it.
const args = process.argv.slice(2);
if (isDrawing(args) || parseStatusOptions(args) !== null) {
  // In a bundle it is a file of its own beside this one (vite.config.ts).
  const program = import.meta.url.endsWith('.ts') ? './node/statusline/statusline.ts' : './statusline.cjs';
  await import(new URL(program, import.meta.url).href);
} else if (args[0] === 'hook') {
  const { runHook } = await import('./node/hooks/run-hook.ts');
  runHook(args.slice(1), Date.now());
} else {
  const [{ runCli }, { createNodeCliHost }] = await Promise.all([
    import('./node/cli/run-cli.ts'),
    import('./node/cli/node-cli-host.ts'),
  ]);
  const loadServer = () => import('./server/programs/programs.ts').then(({ serverPrograms }) => serverPrograms);
  // Not `process.exit()`: output that a pipe has not taken yet would be lost.
  process.exitCode = await runCli(args, { ...createNodeCliHost(), loadServer });
}
