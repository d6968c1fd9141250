#!/usr/bin/env node
// Loaded when it is known what for: a status line must be there before anybody notices that it was asked for.
const [command, action = ''] = process.argv.slice(2);
const managing = ['install', 'uninstall', 'status', 'preview', '--help', '-h'];

if (command === 'statusline' && !managing.includes(action)) {
  const { runStatusline } = await import('../statusline/run-statusline.ts');
  await runStatusline(process.argv.slice(3), Date.now());
} else {
  const [{ runCli }, { createNodeCliHost }] = await Promise.all([
    import('./run-cli.ts'),
    import('./node-cli-host.ts'),
  ]);
  // Not `process.exit()`: output that a pipe has not taken yet would be lost.
  process.exitCode = await runCli(process.argv.slice(2), createNodeCliHost());
}

export {};
