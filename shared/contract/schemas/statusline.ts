import * as v from 'valibot';
import {
  statuslineRefusals,
  statuslineStates,
  type StatuslineChange,
  type StatuslineChoice,
  type StatuslineDrawing,
  type StatuslineRefusal,
  type StatuslineReport,
} from '../../domain/statusline-install.ts';
import type { Result } from '../../lib/result.ts';
import { lineStyles } from '../../statusline/paint.ts';
import { presetNames } from '../../statusline/presets.ts';
import { finite, instantMs } from './common.ts';
import { schemaFor } from './schema-for.ts';

const text = v.nullable(v.string());

/** What the line is to show. */
export const statuslineChoiceSchema = v.strictObject({
  preset: v.optional(v.picklist(presetNames)),
  template: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(4_000))),
  style: v.optional(v.picklist(lineStyles)),
  budgetUsd: v.optional(v.pipe(finite, v.minValue(0.01), v.maxValue(1e9))),
  tasks: v.optional(v.boolean()),
  replace: v.optional(v.boolean()),
}) satisfies v.GenericSchema<unknown, StatuslineChoice>;

const reportSchema = schemaFor<StatuslineReport>()(
  v.strictObject({
    agent: v.string(),
    state: v.picklist(statuslineStates),
    settingsFile: v.string(),
    command: text,
    previousCommand: text,
    strongerFile: text,
    isHidden: v.boolean(),
    installedAtMs: v.nullable(instantMs),
  }),
);

const refused = v.strictObject({ ok: v.literal(false), error: v.picklist(statuslineRefusals) });

/** The status line as it is after a change, or why none was made. */
export const changedStatuslineSchema = schemaFor<Result<StatuslineReport, StatuslineRefusal>>()(
  v.variant('ok', [v.strictObject({ ok: v.literal(true), value: reportSchema }), refused]),
);

/** What an installation would change, or why it would not. */
export const statuslineChangeSchema = schemaFor<Result<StatuslineChange, StatuslineRefusal>>()(
  v.variant('ok', [
    v.strictObject({
      ok: v.literal(true),
      value: v.strictObject({
        settingsFile: v.string(),
        command: v.string(),
        previousCommand: text,
        before: text,
        after: text,
      }),
    }),
    refused,
  ]),
);

/** What a choice would look like, or why that is not known. */
export const statuslineDrawingSchema = schemaFor<Result<StatuslineDrawing, StatuslineRefusal>>()(
  v.variant('ok', [
    v.strictObject({
      ok: v.literal(true),
      value: v.strictObject({
        template: v.string(),
        lines: v.array(v.string()),
        unknownWidget: text,
        widgets: v.array(v.string()),
      }),
    }),
    refused,
  ]),
);
