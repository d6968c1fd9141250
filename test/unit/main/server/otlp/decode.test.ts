import { expect, it } from 'vitest';
import { decodeJson } from '../../../../../main/server/otlp/decode.ts';

const wanted = new Set(['event.name', 'input_tokens']);

function request(intValue: string, timeUnixNano: string): string {
  const attributes = `[{"key":"input_tokens","value":{"intValue":${intValue}}}]`;
  const record = `{"timeUnixNano":${timeUnixNano},"eventName":"e","attributes":${attributes}}`;
  return `{"resourceLogs":[{"scopeLogs":[{"logRecords":[${record}]}]}]}`;
}

it('reads whole numbers as text and as numbers', () => {
  const read = decodeJson(request('"12"', '"1000000000"'), 'logs', wanted);
  expect(read).toMatchObject([{ event: 'e', atMs: 1_000, attributes: { input_tokens: 12 } }]);
  expect(decodeJson(request('12', '1000000000'), 'logs', wanted)).toEqual(read);
});

it.each([
  ['an object that cannot become a number', '{"valueOf":1,"toString":1}'],
  ['a list in lists without end', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['a list with a number', '[7]'],
  ['a truth', 'true'],
])('takes %s for no number, and does not throw', (_name, value) => {
  const read = decodeJson(request(value, value), 'logs', wanted);
  expect(read).toMatchObject([{ atMs: null, attributes: { input_tokens: Number.NaN } }]);
});
