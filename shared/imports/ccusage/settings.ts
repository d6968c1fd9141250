import { parseJsonc } from '../../lib/jsonc.ts';
import { toRecord } from '../../lib/json-record.ts';
import { createSettingsDraft, type SettingsImporter } from '../settings-import.ts';

/** ccusage's configuration (README.md). */
export const ccusageSettings: SettingsImporter = {
  tool: 'ccusage',
  parse(text, current) {
    const file = toRecord(parseJsonc(text));
    const defaults = toRecord(file?.['defaults']);
    const commands = toRecord(file?.['commands']);
    if (file === null || (defaults === null && commands === null && file['$schema'] === undefined)) return null;
    const draft = createSettingsDraft(current);
    for (const [name, value] of Object.entries(defaults ?? {})) {
      if (name === 'timezone') draft.take(name, 'timeZone', value);
      else if (name === 'mode') draft.take(name, 'costMode', value);
      else draft.leave(name);
    }
    for (const [command, options] of Object.entries(commands ?? {})) {
      for (const [name, value] of Object.entries(toRecord(options) ?? {})) {
        const from = `${command}.${name}`;
        const limit = command === 'blocks' && name === 'tokenLimit' ? Number(value) : NaN;
        if (!(limit > 0)) draft.leave(from);
        else {
          draft.take(from, 'customBlockLimit', { unit: 'tokens', value: limit });
          draft.take(from, 'plan', 'custom');
        }
      }
    }
    draft.leave(...Object.keys(file).filter((name) => !['$schema', 'defaults', 'commands'].includes(name)));
    return draft.finish();
  },
};
