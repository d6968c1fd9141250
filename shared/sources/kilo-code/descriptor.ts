import { isTaskFolder, isTaskMessages } from '../lib/editor-tasks/paths.ts';
import { taskFields } from '../lib/editor-tasks/request.ts';
import { createTaskReader, historySideFiles } from '../lib/editor-tasks/history.ts';
import type { Source } from '../source.ts';
import { kiloCodeExtraRoots, kiloCodeRoots } from './paths.ts';

const id = 'kilo-code';

/** Kilo Code before it was rebuilt on its command line: the extension of editors, and the first command line. */
export const kiloCode = {
  id,
  label: 'Kilo Code',
  roots: kiloCodeRoots,
  extraRoots: kiloCodeExtraRoots,
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
  processes: null,
} as const satisfies Source;
