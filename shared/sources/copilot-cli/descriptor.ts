import { createJournalStream } from '../lib/telemetry-journal.ts';
import type { Source } from '../source.ts';
import { copilotCliFields, copilotCliNeedles } from './fields.ts';
import { copilotCliExtraRoots, copilotCliRoots, isCopilotCliEvents, isCopilotCliFolder } from './paths.ts';
import { copilotCliProcesses } from './processes.ts';
import { createCopilotCliReader } from './reader.ts';
import { copilotCliTelemetry } from './telemetry.ts';

/** GitHub Copilot's command line. */
export const copilotCli = {
  id: 'copilot-cli',
  label: 'Copilot CLI',
  ccusage: { name: 'copilot' },
  roots: copilotCliRoots,
  extraRoots: copilotCliExtraRoots,
  isLogFolder: isCopilotCliFolder,
  streams: [
    {
      kind: 'lines',
      matches: isCopilotCliEvents,
      needles: copilotCliNeedles,
      fields: copilotCliFields,
      createReader: createCopilotCliReader,
    },
    createJournalStream('copilot-cli', copilotCliTelemetry),
  ],
  skipReasons: { 'no-id': 'without an id' },
  unloggedCalls: {},
  coverage: {
    kind: 'partial',
    gap: 'the output of every request; their input as the average of a run, and only once it has ended',
  },
  retentionDays: null,
  processes: copilotCliProcesses,
  statusPage: 'https://www.githubstatus.com',
  telemetry: copilotCliTelemetry,
} as const satisfies Source;
