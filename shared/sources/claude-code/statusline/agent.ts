import type { StatuslineAgent } from '../../statusline-agent.ts';
import { toCapture } from './capture.ts';
import { parseStatus } from './payload.ts';
import { toSample } from './sample.ts';
import { countServers, findCommand, settingsFile, strongerFiles, toSetting } from './settings.ts';
import { formatTasks, parseTasks } from './tasks.ts';

/** The status line of Claude Code (code.claude.com/docs/en/statusline). */
export const claudeCodeStatusline = {
  source: 'claude-code',
  label: 'Claude Code',
  parseStatus,
  parseTasks,
  toCapture,
  formatTasks,
  countServers,
  serversFile: '.mcp.json',
  settingsFile,
  strongerFiles,
  settingsKey: 'statusLine',
  tasksKey: 'subagentStatusLine',
  disablingKey: 'disableAllHooks',
  toSetting,
  findCommand,
  toSample,
} as const satisfies StatuslineAgent;
