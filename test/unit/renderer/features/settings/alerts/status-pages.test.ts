import { describe, expect, it } from 'vitest';
import { parseStatusPage } from '../../../../../../renderer/features/settings/alerts/status-pages.ts';
import { alertChoicesSchema } from '../../../../../../shared/alerts/alert-choices.ts';
import * as v from 'valibot';

describe('parseStatusPage', () => {
  it.each([
    ['status.example.com', 'https://status.example.com'],
    [' https://Status.Example.com/incidents/abc?x#y ', 'https://status.example.com'],
    ['https://status.example.com:8443/', 'https://status.example.com:8443'],
    ['http://localhost:9000', 'http://localhost:9000'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
  ])('%j is %s, which the settings take', (text, page) => {
    expect(parseStatusPage(text, [])).toEqual({ ok: true, value: page });
    expect(v.is(alertChoicesSchema, { incident: { pages: [page] } })).toBe(true);
  });

  it.each(['', 'nonsense', 'http://status.example.com', 'ftp://x.example', 'https://me:pw@x.example', 'a b.example'])(
    'refuses %j',
    (text) => expect(parseStatusPage(text, [])).toMatchObject({ ok: false }),
  );

  it('takes each page once, and no more than the settings do', () => {
    const known = Array.from({ length: 20 }, (_, index) => `https://s${index}.example`);
    expect(parseStatusPage('s3.example/x', known)).toMatchObject({ error: 'This page is already in the list.' });
    expect(parseStatusPage('new.example', known)).toMatchObject({ error: 'No more than 20 pages can be checked.' });
    expect(v.is(alertChoicesSchema, { incident: { pages: [...known, 'https://new.example'] } })).toBe(false);
  });
});
