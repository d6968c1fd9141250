import { describe, expect, it } from 'vitest';
import { historyRoots, isHistoryFile } from '../../../../../shared/sources/imported-history/paths.ts';
import { toModelVendor } from '../../../../../shared/sources/imported-history/provider.ts';

describe('imported history', () => {
  it('is in the data folder, or in the home without one', () => {
    const host = { platform: 'win32', home: 'C:\\Users\\ada', variables: {}, otherHomes: [] } as const;
    expect(historyRoots({ ...host, dataFolder: 'D:\\data' })[0]?.path).toBe('D:\\data\\imports\\history');
    expect(historyRoots(host)[0]?.path).toBe('C:\\Users\\ada\\.fuelgauge\\imports\\history');
  });

  it('has files of one shape', () => {
    expect(['codeburn/1/a.jsonl', 'codeburn/a.jsonl', 'codeburn/1/a.jsonl.7.tmp'].map(isHistoryFile)).toEqual([
      ...[true, false, false],
    ]);
  });

  it('knows vendors by the names of models', () => {
    const names = ['claude-opus-4-5', 'openai/gpt-5', 'o3', 'gemini-3-pro', 'grok-4', 'glm-5'];
    expect(names.map(toModelVendor)).toEqual(['anthropic', 'openai', 'openai', 'google', 'xai', 'unknown']);
  });
});
