import { expect, it } from 'vitest';
import { toRecordCsv } from '../../../../renderer/state/save-records.ts';

it('names the columns after the members, whatever their order in later rows', () => {
  expect(toRecordCsv([{ name: 'a', tokens: 1 }, { tokens: null, name: 'b' }])).toBe('name,tokens\r\na,1\r\nb,\r\n'); // prettier-ignore
  expect(toRecordCsv([])).toBe('');
});
