import type { Source } from '../source.ts';
import { messageFields, messageNeedles, parseMessage } from './message.ts';
import { isLettaConversation, isLettaFolder, lettaExtraRoots, lettaRoots } from './paths.ts';
import { lettaProcesses } from './processes.ts';

/** Letta Code, as far as its agents live on this machine. */
export const letta = {
  id: 'letta',
  label: 'Letta Code',
  roots: lettaRoots,
  extraRoots: lettaExtraRoots,
  isLogFolder: isLettaFolder,
  streams: [
    {
      kind: 'lines',
      matches: isLettaConversation,
      needles: messageNeedles,
      fields: messageFields,
      createReader(path) {
        const folder = path.split(/[\\/]/).at(-2) ?? '';
        return {
          state: () => null,
          read(line) {
            const record = line.record();
            if (!record.ok) return [{ kind: 'skip', reason: record.error }];
            return parseMessage(record.value, folder);
          },
        };
      },
    },
  ],
  skipReasons: { 'no-id': 'without an id' },
  unloggedCalls: {},
  coverage: { kind: 'partial', gap: 'only agents of the local backend; those on a server leave nothing here' },
  retentionDays: null,
  processes: lettaProcesses,
} as const satisfies Source;
