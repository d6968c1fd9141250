import type { Formats } from '../format/formats.ts';
import { fileWords } from './count-words.ts';

/** Reading the logs: progress, the folders, and what to do where there are none. */
export function createLogMessages(format: Formats) {
  return {
    scan: {
      starting: 'Starting',
      searching: 'Looking for logs',
      scanning: (percent: number): string => `Reading logs, ${format.percent(percent)}`,
      live: 'Live',
      /** Another process reads the logs, and this one shows what it has read. */
      following: 'Live, read by another Fuelgauge',
      paused: 'Paused',
      failed: 'Not reading',
      title: 'Reading your logs',
      progress: 'Reading logs',
      percent: (percent: number): string => format.percent(percent),
      filesAndBytes: (filesDone: number, filesTotal: number, bytesDone: number, bytesTotal: number): string =>
        `${format.integer(filesDone)} of ${format.integer(filesTotal)} ${format.plural(filesTotal, fileWords)}, ` +
        `${format.bytes(bytesDone)} of ${format.bytes(bytesTotal)}`,
      note: 'Numbers grow while the logs are read. Nothing leaves this computer.',
    },
    sources: {
      title: 'Where Fuelgauge looks for logs',
      missing: 'not there',
      unreadable: 'not readable; check its permissions',
      asleep: 'read again when its system runs',
      empty: 'no logs in it',
      files: (files: number, bytes: number): string =>
        `${format.integer(files)} ${format.plural(files, fileWords)}, ${format.bytes(bytes)}`,
      noFolder: 'not available on this system',
      absent: (labels: readonly string[]): string => `Not found: ${format.list(labels)}`,
    },
    none: {
      title: 'No usage found yet',
      text:
        'Use one of these agents, and its numbers appear here automatically. If its logs are in another place, add ' +
        'that folder.',
      addFolder: 'Add a folder…',
      rescan: 'Scan again',
    },
  };
}
