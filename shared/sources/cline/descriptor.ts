import { isTaskFolder, isTaskMessages } from '../lib/editor-tasks/paths.ts';
import { taskFields } from '../lib/editor-tasks/request.ts';
import type { Source } from '../source.ts';
import { clineExtraRoots, clineRoots, isSessionMessages } from './paths.ts';
import { clineProcesses } from './processes.ts';
import { readSession, sessionFields, sessionSideFiles } from './session.ts';
import { readTask, taskSideFiles } from './task.ts';

/** Cline: the extension of editors, and the command line. */
export const cline = {
  id: 'cline',
  label: 'Cline',
  roots: clineRoots,
  extraRoots: clineExtraRoots,
  isLogFolder: isTaskFolder,
  streams: [
    {
      kind: 'document',
      matches: isSessionMessages,
      sideFiles: sessionSideFiles,
      fields: sessionFields,
      read: readSession,
    },
    { kind: 'document', matches: isTaskMessages, sideFiles: taskSideFiles, fields: taskFields, read: readTask },
  ],
  skipReasons: { 'old-task': 'sums of old tasks that were continued as sessions' },
  unloggedCalls: {},
  coverage: {
    kind: 'partial',
    gap: 'every request, but before version 4 some providers report the cache as input; the logged cost is right',
  },
  retentionDays: null,
  processes: clineProcesses,
} as const satisfies Source;
