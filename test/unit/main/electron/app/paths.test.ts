import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAppArguments, toUnpackedPath } from '../../../../../main/electron/app/paths.ts';

describe('parseAppArguments', () => {
  it('reads both spellings, and resolves relative folders against the working folder', () => {
    const [workingFolder, data] = [path.resolve('/work'), path.resolve('/var/data')];
    expect(parseAppArguments(['fuelgauge', '--home', 'logs', `--data=${data}`, '--hidden'], workingFolder)).toEqual({
      home: path.join(workingFolder, 'logs'),
      data,
      isHidden: true,
    });
  });

  it("ignores Chromium's switches and flags without a folder", () => {
    expect(parseAppArguments(['fuelgauge', '--no-sandbox', '--data', '--hidden-x', '--home='], '/work')).toEqual({
      home: null,
      data: null,
      isHidden: false,
    });
  });

  it('uses the last of several', () => {
    expect(parseAppArguments(['--data', 'a', '--data=b'], path.resolve('/')).data).toBe(path.resolve('/b'));
  });
});

describe('toUnpackedPath', () => {
  it('points beside the archive, in both path styles, and does not change other paths', () => {
    expect(toUnpackedPath('/opt/x/app.asar/build/icon.png')).toBe('/opt/x/app.asar.unpacked/build/icon.png');
    expect(toUnpackedPath('C:\\x\\app.asar\\icon.png')).toBe('C:\\x\\app.asar.unpacked\\icon.png');
    expect(toUnpackedPath('/opt/app.asarx/icon.png')).toBe('/opt/app.asarx/icon.png');
  });
});
