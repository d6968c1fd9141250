import { expect, it } from 'vitest';
import { hideNames } from '../../../../renderer/state/hide-names.ts';

it('replaces names by numbers, the same by the same, and keeps everything else', () => {
  const rows = [
    { name: 'secret', key: '/home/ada/secret', models: 'opus', tokens: 5 },
    { name: 'other', key: null, models: 'opus', tokens: 6 },
    { name: 'secret', key: '/home/ada/also/secret', models: 'opus', tokens: 7 },
  ];
  const hidden = hideNames(rows, ['name', 'key', 'group']);
  expect(hidden).toEqual([
    { name: 'name 1', key: 'key 1', models: 'opus', tokens: 5 },
    { name: 'name 2', key: null, models: 'opus', tokens: 6 },
    { name: 'name 1', key: 'key 2', models: 'opus', tokens: 7 },
  ]);
  expect(JSON.stringify(hidden)).not.toMatch(/secret|other|ada/);
});
