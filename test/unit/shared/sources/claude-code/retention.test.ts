import { describe, expect, it } from 'vitest';
import { claudeCodeRetention } from '../../../../../shared/sources/claude-code/retention.ts';

describe('the retention setting of Claude Code', () => {
  it('is beside a projects folder', () => {
    const { fileOf } = claudeCodeRetention;
    expect(fileOf('/home/ada/.claude/projects', 'linux')).toBe('/home/ada/.claude/settings.json');
    expect(fileOf('/home/ada/.claude/projects/', 'darwin')).toBe('/home/ada/.claude/settings.json');
    expect(fileOf('C:\\Users\\Ada\\.claude\\projects', 'win32')).toBe('C:\\Users\\Ada\\.claude\\settings.json');
    expect(fileOf('/home/ada/.config/Claude/local-agent-mode-sessions', 'linux')).toBeNull();
    expect(fileOf('/projects', 'linux')).toBeNull();
  });

  it.each([
    ['{"cleanupPeriodDays":90,"model":"x"}', 90],
    ['{"cleanupPeriodDays":0}', 0],
    ['{"cleanupPeriodDays":99999999}', 36_500],
    ['{"cleanupPeriodDays":"90"}', null],
    ['{"cleanupPeriodDays":-1}', null],
    ['{"cleanupPeriodDays":1e999}', null],
    ['{"cleanupPeriodDays":null}', null],
    ['{}', null],
    ['[]', null],
    ['{"cleanupPeriodDays":', null],
    ['', null],
  ])('reads %s as %s', (text, days) => {
    expect(claudeCodeRetention.readDays(text)).toBe(days);
  });

  it('is next to the projects folder, whatever the folders above it are called', () => {
    expect(claudeCodeRetention.fileOf('/projects/ada/.claude/projects', 'linux')).toBe(
      '/projects/ada/.claude/settings.json',
    );
  });
});
