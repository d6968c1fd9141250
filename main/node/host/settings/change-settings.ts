import type { SettingsFailure } from '../../../../shared/domain/settings-failure.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import type { Settings, SettingsPatch } from '../../../../shared/settings/schema.ts';

/** Changes settings, together with what they stand for in the system. */
export type ChangeSettings = (patch: SettingsPatch) => Promise<Result<Settings, SettingsFailure>>;
