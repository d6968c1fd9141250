import { parseJsonRecord, toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { createSettingsDraft, type SettingsImporter } from '../settings-import.ts';

/** What it writes. A file with none of them is something else. */
const known = [
  'lineLayout',
  'layout',
  'showSeparators',
  'pathLevels',
  'elementOrder',
  'gitStatus',
  'display',
  'colors',
];

const allElements = ['project', 'context', 'usage', 'environment', 'tools', 'agents', 'todos'];

/** Its switches and our widgets that show the same, by the element they belong to; and whether it shows them unasked. */
const switches: Readonly<Record<string, readonly (readonly [string, readonly string[], boolean])[]>> = {
  project: [
    ['showModel', ['model'], true],
    ['showProject', ['project'], true],
    ['gitStatus.enabled', ['branch'], true],
    ['gitStatus.showFileStats', ['changes'], false],
    ['showSessionName', ['title'], false],
    ['showDuration', ['duration'], false],
    ['showSpeed', ['speed'], false],
    ['showCost', ['cost.session'], false],
  ],
  context: [['showContextBar', ['context'], true]],
  usage: [['showUsage', ['limit.5h', 'limit.week'], true]],
};

/** Its switches that have no counterpart; named as left where they are on. */
const others = ['showConfigCounts', 'showTools', 'showAgents', 'showTodos', 'customLine', 'contextSizeOverrides'];

/** claude-hud's display (README.md), as a template for our own status line. */
export const claudeHudSettings: SettingsImporter = {
  tool: 'claude-hud',
  parse(text, current) {
    const file = parseJsonRecord(text);
    if (!file.ok || !known.some((name) => name in file.value)) return null;
    const draft = createSettingsDraft(current);
    const display = toRecord(file.value['display']) ?? {};
    draft.leave(...others.filter((name) => isOn(display[name])).map((name) => `display.${name}`));
    draft.leave(...['colors', 'showSeparators'].filter((name) => isOn(file.value[name])));
    const template = toLines(file.value)
      .filter((widgets) => widgets.length > 0)
      .map((widgets) => widgets.map((name) => `{${name}}`).join(' | '))
      .join('\n');
    return draft.finish(template === '' ? null : template);
  },
};

function isOn(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== '';
}

/** The widgets of each line. Context and limits share one where they stand together; `compact` puts all on one. */
function toLines(file: JsonRecord): readonly (readonly string[])[] {
  const lines: { readonly isBar: boolean; readonly widgets: string[] }[] = [];
  for (const element of toElements(file['elementOrder'])) {
    const widgets = toWidgets(file, element);
    const isBar = element !== 'project';
    const last = lines.at(-1);
    const shares = last !== undefined && (isCompact(file) || (isBar && last.isBar));
    if (shares) last.widgets.push(...widgets);
    else lines.push({ isBar, widgets: [...widgets] });
  }
  return lines.map(({ widgets }) => widgets);
}

/** The elements that are shown, in order; all of them where the file does not say. */
function toElements(order: unknown): readonly string[] {
  const given = Array.isArray(order) ? order.filter((name) => typeof name === 'string') : [];
  const wanted = [...new Set(given)].filter((name) => allElements.includes(name));
  return (wanted.length > 0 ? wanted : allElements).filter((name) => Object.hasOwn(switches, name));
}

function toWidgets(file: JsonRecord, element: string): readonly string[] {
  return switches[element]!.flatMap(([name, widgets, isDefault]) => {
    const [group, own] = name.includes('.') ? (name.split('.') as [string, string]) : ['display', name];
    const value = toRecord(file[group])?.[own];
    return (typeof value === 'boolean' ? value : isDefault) ? widgets : [];
  });
}

/** Before there was `lineLayout`, all stood on one line. */
function isCompact({ lineLayout, layout }: JsonRecord): boolean {
  const nested = toRecord(layout)?.['lineLayout'];
  const value = lineLayout ?? nested;
  return value === 'compact' || (value === undefined && typeof layout === 'string');
}
