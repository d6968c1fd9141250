import * as v from 'valibot';
import type { SettingsFailure } from '../../domain/settings-failure.ts';
import type { Result } from '../../lib/result.ts';
import { settingSchemas, type Settings } from '../../settings/schema.ts';
import { schemaFor } from './schema-for.ts';

export const settingsSchema = schemaFor<Settings>()(v.strictObject(settingSchemas));

const settingsFailureSchema = schemaFor<SettingsFailure>()(
  v.variant('kind', [
    v.strictObject({
      kind: v.picklist([
        'read-only',
        'not-written',
        'command-from-page',
        'shortcut-taken',
        'login-item-not-added',
        'login-item-needs-approval',
        'login-item-not-removed',
      ]),
    }),
    v.strictObject({
      kind: v.literal('login-item-file-not-written'),
      file: v.string(),
      code: v.nullable(v.string()),
    }),
  ]),
);

/** The settings after a change, or why none was made. */
export const changedSettingsSchema = schemaFor<Result<Settings, SettingsFailure>>()(
  v.variant('ok', [
    v.strictObject({ ok: v.literal(true), value: settingsSchema }),
    v.strictObject({ ok: v.literal(false), error: settingsFailureSchema }),
  ]),
);
