import { rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { activityKinds, type ActivityKind } from '../../../../shared/domain/activity.ts';
import type { ForgottenActivity } from '../../../../shared/domain/forgotten-activity.ts';
import { parseJsonAs } from '../../../../shared/lib/parse-json.ts';
import type { ActivityStore } from '../../../../shared/ports/activity-store.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import { readSmallFile, replaceSmallFile } from '../../statusline/small-files.ts';

const maxBytes = 1_000;
const requestSchema = v.object({ kinds: v.array(v.picklist(activityKinds)) });

/** Deletes recorded use of sites, apps and tools when the person asks for it. */
export interface ActivityForgetter {
  /** Deletes these kinds, or leaves a request for the process that writes the ledger. Rejects when the ledger cannot be written. */
  forget(kinds: readonly ActivityKind[]): Promise<ForgottenActivity>;
  /** For the writer: carries out another process's request. Never rejects. */
  carryOutRequest(): Promise<void>;
}

/** Builds it. `flush` writes everything recorded so far to the ledger, so that none of it arrives after the deletion. */
export function createActivityForgetter(options: {
  readonly dataFolder: string;
  readonly store: () => ActivityStore;
  readonly isWriter: () => boolean;
  readonly flush: () => Promise<void>;
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
    await options.flush();
    return store().forgetActivity({ kinds, atMs: options.clock.nowMs() });
  };
  /** Null without a request; a damaged one names no kinds. */
  const readRequest = (): readonly ActivityKind[] | null => {
    const text = readSmallFile(file, maxBytes);
    return text === null ? null : (parseJsonAs(requestSchema, text)?.kinds ?? []);
  };
  return {
    async forget(kinds) {
      if (isWriter()) return { outcome: 'done', rows: await forgetNow(kinds) };
      const requested = [...new Set([...(readRequest() ?? []), ...kinds])];
      const isRequested = replaceSmallFile(file, JSON.stringify({ kinds: requested }));
      return { outcome: isRequested ? 'ordered' : 'not-written', rows: countRows(kinds) };
    },
    async carryOutRequest() {
      const kinds = readRequest();
      if (!isWriter() || kinds === null) return;
      try {
        if (kinds.length > 0) await forgetNow(kinds);
        await rm(file, { force: true, recursive: true });
      } catch (error) {
        // The request stays. Failures to write the ledger are reported elsewhere.
        options.logger.warn(`recorded activity was not deleted: ${String(error)}`);
      }
    },
  };
}
