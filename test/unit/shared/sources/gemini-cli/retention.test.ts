import { describe, expect, it } from 'vitest';
import { geminiCliRetention } from '../../../../../shared/sources/gemini-cli/retention.ts';

describe('how long Gemini CLI keeps its chats', () => {
  it('is configured beside its folder', () => {
    expect(geminiCliRetention.fileOf('/home/ada/.gemini/tmp', 'linux')).toBe('/home/ada/.gemini/settings.json');
    expect(geminiCliRetention.fileOf('C:\\g\\.gemini\\tmp', 'win32')).toBe('C:\\g\\.gemini\\settings.json');
    expect(geminiCliRetention.fileOf('/elsewhere', 'linux')).toBeNull();
  });

  it.each([
    [{ maxAge: '7d' }, 7],
    [{ enabled: true, maxAge: '48h' }, 2],
    [{ maxAge: '2w' }, 14],
    [{ maxAge: '1m' }, 30],
    [{ enabled: false, maxAge: '7d' }, 36_500],
    [{ maxCount: 5 }, null],
    [{ maxAge: 'soon' }, null],
    [{ maxAge: 7 }, null],
    [[], null],
  ])('is read from %j: %s days', (sessionRetention, days) => {
    expect(geminiCliRetention.readDays(JSON.stringify({ general: { sessionRetention } }))).toBe(days);
  });

  it.each(['', '{', '[]', '{"general":3}'])('is not read from %j', (text) => {
    expect(geminiCliRetention.readDays(text)).toBeNull();
  });
});
