import { rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { activityKinds, type ActivityKind } from '../../../shared/domain/activity.ts';
import type { ForgottenActivity } from '../../../shared/domain/forgotten-activity.ts';
import type { ActivityStore } from '../../../shared/ports/activity-store.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import { readSmallFile, replaceSmallFile } from '../statusline/small-files.ts';

const maxBytes = 1_000;
const orderSchema = v.object({ kinds: v.array(v.picklist(activityKinds)) });

/** Forgets the use of sites, apps and tools where the person says so. */
export interface ActivityForgetter {
  /** Forgets kinds, or orders that from the process that writes the ledger. Rejects when the ledger cannot be written. */
  forget(kinds: readonly ActivityKind[]): Promise<ForgottenActivity>;
  /** For the writer: does what another process has ordered. Never rejects. */
  takeOrder(): Promise<void>;
}

/** Builds it. `settle` brings what was noted until now into the ledger, so that it does not come afterwards. */
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
  /** Null where nothing is ordered; a damaged order is one of nothing. */
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
        options.logger.warn(`the use of sites and tools was not forgotten: ${String(error)}`);
      }
    },
  };
}
