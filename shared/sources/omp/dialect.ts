import type { UnloggedCall } from '../../domain/log-record.ts';
import type { JsonRecord } from '../../lib/json-record.ts';
import { toName } from '../lib/names.ts';
import type { PiDialect } from '../lib/pi-sessions/entry.ts';

/** Ways of compacting that ask no model. */
const localMethods: ReadonlySet<unknown> = new Set(['snapcompact', 'shake']);

/** What sessions taken over from Claude Code or Codex name their entries. Its own ids have no hyphen. */
const foreignId = /^(?:claude|codex)-/;

/** How Oh My Pi writes sessions. */
export const ompDialect: PiDialect = {
  source: 'omp',
  toUnloggedCall,
  isImported: ({ id }) => foreignId.test(toName(id) ?? ''),
};

/** Summaries are written without their usage. */
function toUnloggedCall(entry: JsonRecord): UnloggedCall | null {
  if (entry['fromExtension'] === true || localMethods.has(entry['method'])) return null;
  if (entry['type'] === 'compaction') return 'compaction';
  return entry['type'] === 'branch_summary' ? 'branch-summary' : null;
}
