import type { LogGenerator } from '../generated-logs.ts';
import { sessionLogs } from '../pi-session-logs.ts';

/** Sessions of Oh My Pi; a project's folder is copied as a whole. */
export const generator: LogGenerator = {
  logs: sessionLogs({
    folder: '.omp/agent/sessions/-loom',
    firstLines: [{ type: 'title', v: 1, title: '', pad: ' '.repeat(100) }],
    entryType: 'model_usage',
    toParts: ({ reasoning, oneHour }) => ({ reasoningTokens: reasoning, cttl: { ephemeral1h: oneHour } }),
    forgetsCosts: true,
  }),
  copyOf: (path, number) => path.replace('/-loom/', `/-copy-${number}/`),
};
