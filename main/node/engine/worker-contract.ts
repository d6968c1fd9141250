import * as v from 'valibot';
import {
  engineCalls,
  nothing,
  settingsSchema,
  snapshotSchema,
  type Procedures,
} from '../../../shared/contract/index.ts';
import { clientKinds } from '../../../shared/domain/audience.ts';
import type { Settings } from '../../../shared/settings/schema.ts';

/** What the main thread passes to the engine's worker at startup. Plain data. */
export interface EngineWorkerData {
  /** Read logs as if this were the home folder; null for the person's own. */
  readonly home: string | null;
  readonly dataFolder: string;
  readonly settings: Settings;
  readonly systemTimeZone: string;
  /** Validate answers against the contract before sending them: in development and in tests. */
  readonly checksAnswers: boolean;
}

/** All calls to the engine's worker: the contract's, and those reserved for its owner. */
export const workerCalls = {
  ...engineCalls,
  start: { argument: nothing, answer: nothing },
  stop: { argument: nothing, answer: nothing },
  snapshot: { argument: nothing, answer: snapshotSchema },
  setSettings: { argument: settingsSchema, answer: nothing },
  setAttention: {
    argument: v.strictObject({
      audience: v.strictObject(v.entriesFromList(clientKinds, v.number())),
      onBattery: v.boolean(),
      constrained: v.boolean(),
    }),
    answer: nothing,
  },
} as const satisfies Procedures;

/** A log line, on its way from the worker. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
}
