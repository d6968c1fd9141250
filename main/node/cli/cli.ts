#!/usr/bin/env node
import { createNodeCliHost } from './node-cli-host.ts';
import { runCli } from './run-cli.ts';

// Not `process.exit()`: what is still on its way through a pipe would be lost.
process.exitCode = await runCli(process.argv.slice(2), createNodeCliHost());
