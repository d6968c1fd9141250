import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serverPrograms } from '../../../../../main/server/programs/programs.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

describe('serve', () => {
  it.each([
    ['FUELGAUGE_TOKEN', 'x'.repeat(23), 'at least 24 characters'],
    ['PLAN', 'best', 'PLAN is best'],
    ['FUELGAUGE_PORT', '99999', 'FUELGAUGE_PORT is 99999'],
  ])('refuses to start with %s=%s', async (name, value, sentence) => {
    const folder = makeFolder();
    const said: string[] = [];
    const io = {
      print: async (line: string) => void said.push(line),
      complain: async (line: string) => void said.push(line),
      variables: { [name]: value },
    };
    const request = { home: folder, dataFolder: folder, timeZone: null, host: null, port: 0, isJson: false };
    expect(await serverPrograms.serve({ ...request, checksAnswers: true }, io)).toBe(1);
    expect(said).toEqual([expect.stringContaining(sentence)]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['{"server":{"readingNeedsToken":true}', '[]'])('serves nothing by defaults in place of %s', async (text) => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'settings.json'), text);
    const said: string[] = [];
    const say = async (line: string) => void said.push(line);
    const request = { home: folder, dataFolder: folder, timeZone: null, host: null, port: 0, isJson: false };
    const io = { print: say, complain: say, variables: {} };
    expect(await serverPrograms.serve({ ...request, checksAnswers: true }, io)).toBe(1);
    expect(said).toEqual([expect.stringContaining('nothing is served')]);
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe(text);
  });
});
