import * as v from 'valibot';
import {
  engineCalls,
  nothing,
  settingsSchema,
  snapshotSchema,
  type Procedures,
} from '../../../../shared/contract/index.ts';
import { schemaFor } from '../../../../shared/contract/schemas/schema-for.ts';
import { clientKinds } from '../../../../shared/domain/audience.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import type { SnapshotChange } from '../../../../shared/snapshot/app-snapshot.ts';
import type { LedgerKeys } from '../../secrets/ledger-key.ts';
import type { Attention } from '../engine-api.ts';

/** What the main thread passes to the engine's worker at startup. Plain data. */
export interface EngineWorkerData {
  /** Read logs as if this were the home folder; null for the person's own. */
  readonly home: string | null;
  readonly dataFolder: string;
  readonly settings: Settings;
  /** With which keys the ledger's names are encrypted; none if omitted. */
  readonly ledgerKeys?: LedgerKeys;
  readonly systemTimeZone: string;
  /** Validate answers against the contract before sending them: in development and in tests. */
  readonly checksAnswers: boolean;
}

const attentionSchema = schemaFor<Attention>()(
  v.strictObject({
    audience: v.strictObject(v.entriesFromList(clientKinds, v.number())),
    onBattery: v.boolean(),
    constrained: v.boolean(),
  }),
);

/** All calls to the engine's worker: the contract's, and those reserved for its owner. */
export const workerCalls = {
  ...engineCalls,
  start: { argument: nothing, answer: nothing },
  stop: { argument: nothing, answer: nothing },
  snapshot: { argument: nothing, answer: snapshotSchema },
  setSettings: { argument: settingsSchema, answer: nothing },
  setAttention: { argument: attentionSchema, answer: nothing },
} as const satisfies Procedures;

/** A log line, on its way from the worker. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
}

/** What the worker sends without being asked, by name. */
export interface WorkerEvents {
  readonly snapshotChanged: SnapshotChange;
  /** Why there will be no engine; the worker then ends. */
  readonly cannotStart: Problem;
  readonly log: LogEntry;
}

/** A listener for every event of the worker. */
export type WorkerListeners = {
  readonly [Name in keyof WorkerEvents]: (payload: WorkerEvents[Name]) => void;
};
