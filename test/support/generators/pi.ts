import type { LogGenerator } from '../generated-logs.ts';
import { sessionLogs } from '../pi-session-logs.ts';

/** Sessions of Pi; a project's folder is copied as a whole. */
export const generator: LogGenerator = {
  logs: sessionLogs({
    folder: '.pi/agent/sessions/--home-ada-loom--',
    firstLines: [],
    entryType: 'usage',
    toParts: ({ reasoning, oneHour }) => ({ reasoning, cacheWrite1h: oneHour }),
    forgetsCosts: false,
  }),
  copyOf: (path, number) => path.replace('--home-ada-loom--', `--copy-${number}--`),
};
