import type { SourceId } from '../../../domain/ids.ts';
import type { Source } from '../../source.ts';
import { createTaskReader, historySideFiles } from './history.ts';
import { isTaskFolder, isTaskMessages } from './paths.ts';
import { taskFields } from './request.ts';

/** What the descriptors of Cline's derivatives have in common. */
export function describeTasks(id: SourceId) {
  return {
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
  } as const satisfies Partial<Source>;
}
