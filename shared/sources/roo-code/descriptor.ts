import { describeTasks } from '../lib/editor-tasks/descriptor.ts';
import type { Source } from '../source.ts';
import { rooCodeExtraRoots, rooCodeRoots } from './paths.ts';
import { rooCodeProcesses } from './processes.ts';

const id = 'roo-code';

/** Roo Code: the extension of editors, and its command line. */
export const rooCode = {
  ...describeTasks(id),
  id,
  label: 'Roo Code',
  roots: rooCodeRoots,
  extraRoots: rooCodeExtraRoots,
  processes: rooCodeProcesses,
} as const satisfies Source;
