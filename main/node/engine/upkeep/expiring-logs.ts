import { dayMs } from '../../../../shared/domain/instant.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { createProblem, type Problem } from '../../../../shared/domain/problem.ts';
import type { KnownFile } from '../../../../shared/ports/cursor-store.ts';

/** With this much time left, people can still save their logs. */
const warnBeforeMs = 3 * dayMs;

/** Why logs remain unread. */
export type UnreadCause = 'paused' | 'failing' | 'unreadable';

/** What the warning depends on. */
export interface ExpiryInput {
  readonly files: readonly {
    readonly source: { readonly id: SourceId; readonly label: string };
    readonly path: string;
    readonly size: number;
    readonly mtimeMs: number;
  }[];
  readonly known: { get(path: string): Pick<KnownFile, 'mtimeMs' | 'bytesRead'> | undefined };
  /**
   * Days after which a source's agent deletes a log that is no longer written to; a source without an entry never does.
   */
  readonly retentionDays: ReadonlyMap<SourceId, number>;
  readonly cause: UnreadCause;
  readonly nowMs: number;
}

/** Warns of unread logs that their agent will delete soon, or may delete at any moment; null if there are none. */
export function warnOfExpiringLogs({ files, known, retentionDays, cause, nowMs }: ExpiryInput): Problem | null {
  const expiring = files.flatMap((file) => {
    const days = retentionDays.get(file.source.id);
    if (days === undefined || isRead(file, known.get(file.path))) return [];
    const deletesAtMs = Math.round(file.mtimeMs) + days * dayMs;
    return deletesAtMs - nowMs <= warnBeforeMs ? [{ label: file.source.label, deletesAtMs }] : [];
  });
  expiring.sort((left, right) => left.deletesAtMs - right.deletesAtMs);
  const [first] = expiring;
  if (first === undefined) return null;
  return createProblem('expiring-logs', {
    sourceLabel: first.label,
    logs: expiring.length,
    deletesAtMs: first.deletesAtMs,
    cause,
  });
}

/** A log counts as read when it was read in its current state; an empty one holds nothing. */
function isRead(
  file: { readonly size: number; readonly mtimeMs: number },
  known: Pick<KnownFile, 'mtimeMs' | 'bytesRead'> | undefined,
): boolean {
  if (file.size === 0) return true;
  return known !== undefined && (known.mtimeMs === file.mtimeMs || known.bytesRead === file.size);
}
