import type { Source } from '../source.ts';
import { claudeCodeFields } from './fields.ts';
import { claudeCodeExtraRoots, claudeCodeRoots, isClaudeCodeLog } from './paths.ts';
import { claudeCodeRetention } from './retention.ts';
import { claudeCodeNeedles, createClaudeCodeReader } from './reader.ts';

/** Claude Code: the CLI, its IDE extensions, and the desktop app's local agent mode. */
export const claudeCode: Source = {
  id: 'claude-code',
  label: 'Claude Code',
  roots: claudeCodeRoots,
  extraRoots: claudeCodeExtraRoots,
  isLogFile: isClaudeCodeLog,
  needles: claudeCodeNeedles,
  fields: claudeCodeFields,
  createReader: createClaudeCodeReader,
  retentionDays: 30,
  retentionSetting: claudeCodeRetention,
};
