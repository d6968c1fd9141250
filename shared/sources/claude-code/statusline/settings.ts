import { joinPath, toFolder } from '../../lib/paths.ts';
import { parseJsonRecord, toRecord, type JsonRecord } from '../../../lib/json-record.ts';
import type { HostEnvironment } from '../../source.ts';

/** The file of the person's own settings. Of a list in `CLAUDE_CONFIG_DIR`, the first folder is the agent's. */
export function settingsFile(host: HostEnvironment): string {
  const [first = ''] = (host.variables['CLAUDE_CONFIG_DIR'] ?? '').split(',');
  const folder = toFolder(host, first) ?? joinPath(host.platform, host.home, '.claude');
  return joinPath(host.platform, folder, 'settings.json');
}

/** Settings of a project, which the agent prefers to the person's own. */
export function strongerFiles(folder: string, platform: HostEnvironment['platform']): readonly string[] {
  return ['settings.local.json', 'settings.json'].map((name) => joinPath(platform, folder, '.claude', name));
}

/** The value of `statusLine` for a command; other members of the present value (`padding` …) stay. */
export function toSetting(command: string, present: unknown): JsonRecord | null {
  if (present === undefined || present === null) return { type: 'command', command };
  const record = toRecord(present);
  if (record === null || (record['type'] !== undefined && record['type'] !== 'command')) return null;
  return { ...record, type: 'command', command };
}

/** The command of such a value. */
export function findCommand(value: unknown): string | null {
  const command = toRecord(value)?.['command'];
  return typeof command === 'string' && command.trim() !== '' ? command : null;
}

/** The servers in a project's `.mcp.json`. */
export function countServers(text: string): number | null {
  const parsed = parseJsonRecord(text);
  const servers = parsed.ok ? toRecord(parsed.value['mcpServers']) : null;
  return servers === null ? null : Object.keys(servers).length;
}
