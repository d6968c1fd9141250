import * as v from 'valibot';
import { failureSchema } from '../../alerts/intent-schema.ts';
import type { ProbeFailure, ReadFailure, StoreFailure } from '../../domain/failures.ts';
import type { Problem, ProblemId, ProblemParameters, SalvageOutcome } from '../../domain/problem.ts';
import { count, instantMs } from './common.ts';
import { schemaFor } from './schema-for.ts';

const text = v.string();

/** One of our own names, or `error:` and the system's code. */
export const readFailureSchema = v.string() as v.GenericSchema<unknown, string> as v.GenericSchema<
  unknown,
  ReadFailure
>;

const storeFailureSchema = schemaFor<StoreFailure>()(
  v.variant('kind', [
    v.strictObject({ kind: v.picklist(['disk-full', 'no-permission', 'cannot-open', 'locked']) }),
    v.strictObject({ kind: v.picklist(['file-in-the-way', 'link-loop', 'path-too-long', 'no-folders-allowed']) }),
    v.strictObject({ kind: v.literal('not-a-file'), path: text }),
    v.strictObject({ kind: v.literal('other'), detail: text }),
  ]),
);

const probeFailureSchema = schemaFor<ProbeFailure>()(
  v.variant('kind', [
    v.strictObject({ kind: v.picklist(['cannot-run', 'unreadable-output']), program: text }),
    v.strictObject({ kind: v.literal('failed'), program: text, exitCode: v.number() }),
    v.strictObject({ kind: v.literal('timed-out'), program: text, timeoutMs: count }),
    v.strictObject({ kind: v.literal('other'), detail: text }),
  ]),
);

const salvageSchema = schemaFor<SalvageOutcome>()(
  v.strictObject({ carriedOver: count, lost: v.nullable(count), hasRollups: v.boolean() }),
);

const complaintSchema = v.strictObject({
  setting: text,
  place: v.nullable(text),
  expected: v.nullable(text),
  received: text,
});

const inFolder = v.strictObject({ folder: text });
const inFile = v.strictObject({ file: text });
const atPath = v.strictObject({ setAsidePath: text });

/** The parameters of each kind of problem; the compiler requires every kind. */
const parameters: { readonly [Id in ProblemId]: v.GenericSchema<unknown, ProblemParameters[Id]> } = {
  'ledger-corrupt': v.strictObject({ setAsidePath: text, salvage: v.nullable(salvageSchema) }),
  'ledger-newer': atPath,
  'ledger-put-back': v.strictObject({ setAsidePath: v.nullable(text) }),
  'ledger-overwritten': v.strictObject({
    setAsidePath: text,
    rebuiltFrom: v.picklist(['memory', 'memory-and-copy', 'copy', 'other', 'logs']),
    copyAgeHours: v.nullable(count),
  }),
  'ledger-restored-in-part': v.strictObject({ keptPath: text }),
  'ledger-restore-failed': v.strictObject({ path: text, detail: text }),
  'ledger-write': v.strictObject({ folder: text, failure: storeFailureSchema }),
  'ledger-read-only': inFolder,
  'ledger-locked': v.strictObject({ folder: text, hasKey: v.boolean() }),
  'ledger-key': v.strictObject({ folder: text, reason: v.picklist(['invalid', 'missing']) }),
  'ledger-busy': inFolder,
  'ledger-missing': inFolder,
  'ledger-too-new': inFolder,
  'ledger-too-old': inFolder,
  'ledger-damaged': inFolder,
  'ledger-unusable': v.strictObject({ folder: text, failure: storeFailureSchema }),
  'no-sqlite': v.strictObject({ minNodeVersion: text }),
  'home-missing': inFolder,
  'engine-stopped': v.strictObject({ detail: v.nullable(text) }),
  'expiring-logs': v.strictObject({
    sourceLabel: text,
    logs: count,
    deletesAtMs: instantMs,
    cause: v.picklist(['paused', 'failing', 'unreadable']),
  }),
  'still-reading': v.strictObject({ bytesLeft: count }),
  'unreadable-logs': v.strictObject({ path: text, reason: readFailureSchema, more: count }),
  processes: v.strictObject({ failure: probeFailureSchema }),
  'own-cpu': v.strictObject({ percent: v.number(), budgetPercent: v.number() }),
  'own-memory': v.strictObject({ megabytes: count, budgetMegabytes: count }),
  'server-not-started': v.strictObject({ detail: text }),
  'statusline-removed': inFile,
  'settings-values': v.strictObject({ complaints: v.array(complaintSchema) }),
  'settings-invalid': v.strictObject({ file: text, setAsideName: v.nullable(text) }),
  'settings-unreadable': inFile,
  'settings-not-applied': inFile,
  'settings-unusable': inFile,
  'alert-channel': v.strictObject({ channel: text, failure: failureSchema }),
  notifications: v.strictObject({ cause: v.picklist(['no-notify-send', 'refused']) }),
  'no-tray': v.strictObject({}),
  'tray-hidden': v.strictObject({}),
  'shortcut-taken': v.strictObject({ keys: v.string() }),
};

const kinds = (Object.keys(parameters) as ProblemId[]).map((id) =>
  v.strictObject({ id: v.literal(id), severity: v.picklist(['warning', 'error']), parameters: parameters[id] }),
);

export const problemSchema = v.variant('id', kinds) as unknown as v.GenericSchema<unknown, Problem>;
