import { describeTasks } from '../lib/editor-tasks/descriptor.ts';
import type { Source } from '../source.ts';
import { kiloCodeExtraRoots, kiloCodeRoots } from './paths.ts';

const id = 'kilo-code';

/** Kilo Code before it was rebuilt on its command line: the extension of editors, and the first command line. */
export const kiloCode = {
  ...describeTasks(id),
  id,
  label: 'Kilo Code',
  roots: kiloCodeRoots,
  extraRoots: kiloCodeExtraRoots,
  processes: null,
} as const satisfies Source;
