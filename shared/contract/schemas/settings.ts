import * as v from 'valibot';
import type { Result } from '../../lib/result.ts';
import { settingSchemas, type Settings } from '../../settings/schema.ts';
import { schemaFor } from './schema-for.ts';

export const settingsSchema = schemaFor<Settings>()(v.strictObject(settingSchemas));

/** The settings after a change, or the sentence that says why none was made. */
export const changedSettingsSchema = schemaFor<Result<Settings>>()(
  v.variant('ok', [
    v.strictObject({ ok: v.literal(true), value: settingsSchema }),
    v.strictObject({ ok: v.literal(false), error: v.string() }),
  ]),
);
