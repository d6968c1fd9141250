import { parseJsonRecord, toRecord } from '../../lib/json-record.ts';
import { createSettingsDraft, type SettingsImporter } from '../settings-import.ts';
import { widgetsByType } from './widget-row.ts';

/** ccstatusline's lines (README.md), as a template for our own status line. */
export const ccstatuslineSettings: SettingsImporter = {
  tool: 'ccstatusline',
  parse(text, current) {
    const file = parseJsonRecord(text);
    const lines = file.ok ? file.value['lines'] : null;
    if (!file.ok || !Array.isArray(lines)) return null;
    const draft = createSettingsDraft(current);
    const shown = lines.slice(0, 10).map((line: unknown) => {
      const names = (Array.isArray(line) ? line.slice(0, 50) : []).flatMap((item: unknown) => {
        const type = toRecord(item)?.['type'];
        if (typeof type !== 'string' || type === 'separator') return [];
        const widget = Object.hasOwn(widgetsByType, type) ? widgetsByType[type]! : null;
        if (widget === null) draft.leave(type.replaceAll(/[^\w-]/g, '').slice(0, 50));
        return widget === null ? [] : [`{${widget}}`];
      });
      return [...new Set(names)].join(' | ').replaceAll(' | {flex} | ', '{flex}');
    });
    const template = shown.filter((line) => line !== '').join('\n');
    return draft.finish(template === '' ? null : template);
  },
};
