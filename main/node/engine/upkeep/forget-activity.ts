import { rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { activityKinds, type ActivityKind } from '../../../../shared/domain/activity.ts';
import type { ForgottenActivity } from '../../../../shared/domain/forgotten-activity.ts';
import type { ActivityStore } from '../../../../shared/ports/activity-store.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import { readSmallFile, replaceSmallFile } from '../../statusline/small-files.ts';

const maxBytes = 1_000;
const orderSchema = v.object({ kinds: v.array(v.picklist(activityKinds)) });

/** Deletes recorded use of sites, apps and tools when the person asks for it. */
export interface ActivityForgetter {
  /** Deletes these kinds, or leaves an order for the process that writes the ledger. Rejects when the ledger cannot be written. */
  forget(kinds: readonly ActivityKind[]): Promise<ForgottenActivity>;
  /** For the writer: carries out another process's order. Never rejects. */
  takeOrder(): Promise<void>;
}

/** Builds it. `settle` writes everything recorded so far to the ledger, so that none of it arrives after the deletion. */
export function createActivityForgetter(options: {
  readonly dataFolder: string;
  readonly store: () => ActivityStore;
  readonly isWriter: () => boolean;
  readonly settle: () => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
}): ActivityForgetter {
  const { store, isWriter } = options;
  const file = path.join(options.dataFolder, 'forget-activity.json');
  const countRows = (kinds: readonly ActivityKind[]): number =>
    store()
      .activity({ fromMs: 0, toMs: Infinity })
      .filter(({ kind }) => kinds.includes(kind)).length;
  const forgetNow = async (kinds: readonly ActivityKind[]): Promise<number> => {
    await options.settle();
    return store().forgetActivity({ kinds, atMs: options.clock.nowMs() });
  };
  /** Null without an order; a damaged order names no kinds. */
  const readOrder = (): readonly ActivityKind[] | null => {
    const text = readSmallFile(file, maxBytes);
    if (text === null) return null;
    try {
      const parsed = v.safeParse(orderSchema, JSON.parse(text));
      return parsed.success ? parsed.output.kinds : [];
    } catch {
      return [];
    }
  };
  return {
    async forget(kinds) {
      if (isWriter()) return { outcome: 'done', rows: await forgetNow(kinds) };
      const ordered = [...new Set([...(readOrder() ?? []), ...kinds])];
      const isOrdered = replaceSmallFile(file, JSON.stringify({ kinds: ordered }));
      return { outcome: isOrdered ? 'ordered' : 'not-written', rows: countRows(kinds) };
    },
    async takeOrder() {
      const kinds = readOrder();
      if (!isWriter() || kinds === null) return;
      try {
        if (kinds.length > 0) await forgetNow(kinds);
        await rm(file, { force: true, recursive: true });
      } catch (error) {
        // The order stays. Failures to write the ledger are reported elsewhere.
        options.logger.warn(`recorded activity was not deleted: ${String(error)}`);
      }
    },
  };
}
