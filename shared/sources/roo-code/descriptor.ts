import { isTaskFolder, isTaskMessages } from '../lib/editor-tasks/paths.ts';
import { taskFields } from '../lib/editor-tasks/request.ts';
import { createTaskReader, historySideFiles } from '../lib/editor-tasks/history.ts';
import type { Source } from '../source.ts';
import { rooCodeExtraRoots, rooCodeRoots } from './paths.ts';
import { rooCodeProcesses } from './processes.ts';

const id = 'roo-code';

/** Roo Code: the extension of editors, and its command line. */
export const rooCode = {
  id,
  label: 'Roo Code',
  roots: rooCodeRoots,
  extraRoots: rooCodeExtraRoots,
  isLogFolder: isTaskFolder,
  streams: [
    {
      kind: 'document',
      matches: isTaskMessages,
      sideFiles: historySideFiles,
      fields: taskFields,
      read: createTaskReader(id),
    },
  ],
  skipReasons: {},
  unloggedCalls: { condense: 'summaries of long conversations (only their cost)' },
  coverage: {
    kind: 'partial',
    gap: 'every request, but not always its model, and of summaries of long conversations only the cost',
  },
  retentionDays: null,
  processes: rooCodeProcesses,
} as const satisfies Source;
