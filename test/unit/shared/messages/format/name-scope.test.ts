import { expect, it } from 'vitest';
import { createMessages } from '../../../../../shared/messages/catalogue.ts';
import { nameScope } from '../../../../../shared/messages/format/name-scope.ts';
import { translateMessages } from '../../../../../shared/messages/load-messages.ts';

const scopes = ['credits', 'spend', 'unknown'] as const;
const noLength = { windowMinutes: null, label: null };

it.each([
  ['en', ['Credits', 'Spending limit', 'Limit'], ['Credits', 'Spending', 'Limit']],
  ['de', ['Credits', 'Ausgabenlimit', 'Limit'], ['Credits', 'Ausgaben', 'Limit']],
  ['fr', ['Crédits', 'Limite de dépenses', 'Limite'], ['Crédits', 'Dépenses', 'Limite']],
  ['es', ['Créditos', 'Límite de gasto', 'Límite'], ['Créditos', 'Gasto', 'Límite']],
  ['ja', ['クレジット', '支出上限', '上限'], ['クレジット', '支出', '上限']],
  ['zh', ['点数', '支出限额', '限额'], ['点数', '支出', '限额']],
  ['ar', ['الرصيد', 'حد الإنفاق', 'الحد'], ['الرصيد', 'الإنفاق', 'الحد']],
])('%s names limits without a length', async (language, names, shortNames) => {
  const { limits } = await translateMessages(createMessages(language));
  expect(scopes.map((scope) => limits.windowName({ ...noLength, scope }))).toEqual(names);
  expect(scopes.map((scope) => limits.shortName({ ...noLength, scope }))).toEqual(shortNames);
});

it.each([
  ['en', 'laptop spending limit', 'laptop month'],
  ['de', 'Ausgabenlimit für laptop', 'laptop month'],
  ['fr', 'limite de dépenses laptop', 'month laptop'],
  ['es', 'límite de gasto laptop', 'month laptop'],
  ['ja', 'laptopの支出上限', 'laptop month'],
  ['zh', 'laptop 支出限额', 'laptop month'],
  ['ar', 'حد الإنفاق laptop', 'month laptop'],
])('%s says whose limit it is, also where its scope has no words', async (language, spending, other) => {
  const { units } = await translateMessages(createMessages(language));
  const title = { windowMinutes: null, label: 'laptop' };
  expect(units.limitWindow({ ...title, scope: 'spend' })).toBe(spending);
  expect(units.limitWindow({ ...title, scope: 'month' })).toBe(other);
});

it('leaves a scope without words as it is, cleaned', () => {
  const names = { credits: 'a', spend: 'b', unknown: 'c' };
  expect(['spend', 'toString', 'mon\u202eth\u0007'].map((scope) => nameScope(scope, names))).toEqual([
    'b',
    'toString',
    'month',
  ]);
});
