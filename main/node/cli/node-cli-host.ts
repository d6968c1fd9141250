import { hostname } from 'node:os';
import { systemClock } from '../system/system-clock.ts';
import type { CliHost } from './cli-host.ts';
import { findRequestedDataFolder } from './find-data-folder.ts';
import { readDefaults } from './options/read-defaults.ts';
import { toSettingOverrides } from './setting-overrides.ts';
import { watchForClosedReader } from './streams/closed-reader.ts';
import { askOnTerminal } from './streams/ask-on-terminal.ts';
import { openPager } from './streams/open-pager.ts';
import { findPager } from './streams/pager-command.ts';
import { readKeys } from './streams/read-keys.ts';
import { suspendProcess } from './streams/suspend-process.ts';
import { createNodeStream } from './streams/node-stream.ts';

const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The command line's host as this process has it, without the server, which `main/cli.ts` adds. */
export function createNodeCliHost(): Omit<CliHost, 'loadServer'> {
  return {
    stdout: createNodeStream(process.stdout, 'report'),
    stderr: createNodeStream(process.stderr, 'ignore'),
    variables: process.env,
    clock: systemClock,
    checksAnswers: process.env['FUELGAUGE_CHECK_ANSWERS'] === '1',
    async openHost(request) {
      // Loaded only now: help and wrong usage need no database.
      const { openLocalHost } = await import('../host/open-local-host.ts');
      const { home, dataFolder, changesSettings } = request;
      return openLocalHost({
        home,
        dataFolder,
        overrides: toSettingOverrides(request),
        ...(changesSettings && { changesSettings }),
      });
    },
    async keepCrash(args, error) {
      const { openCrashKeeper } = await import('../host/error-reports/open-crash-keeper.ts');
      await openCrashKeeper(findRequestedDataFolder(args, process.env), systemClock.nowMs)('command-line', error);
    },
    readDefaults: (args) => readDefaults(findRequestedDataFolder(args, process.env)),
    async openPager() {
      const command = findPager(process.env, process.platform);
      return command === null ? null : openPager(command);
    },
    hostName: hostname(),
    ask: askOnTerminal,
    onKey: (listener) => readKeys(process.stdin, listener),
    suspend: suspendProcess,
    onInterrupt(listener) {
      const stopWatching = watchForClosedReader(process.stdout.fd, listener);
      for (const signal of endSignals) process.on(signal, listener);
      return () => {
        stopWatching();
        for (const signal of endSignals) process.off(signal, listener);
      };
    },
  };
}
