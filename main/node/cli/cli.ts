#!/usr/bin/env node
import { createNodeCliHost } from './node-cli-host.ts';
import { runCli } from './run-cli.ts';

// Not `process.exit()`: output that a pipe has not taken yet would be lost.
process.exitCode = await runCli(process.argv.slice(2), createNodeCliHost());
