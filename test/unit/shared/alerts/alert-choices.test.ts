import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { alertChoicesSchema, defaultAlertChoices } from '../../../../shared/alerts/alert-choices.ts';

const isGood = (page: string): boolean => v.is(alertChoicesSchema, { incident: { pages: [page] } });

describe('the choices of somebody who has chosen nothing', () => {
  it('have on what is rare and certain, and off what may be noise', () => {
    const isOn = ({ allowance, anomaly, incident }: typeof defaultAlertChoices) =>
      [allowance, anomaly, incident].map((each) => each.isOn);
    expect(isOn(defaultAlertChoices)).toEqual([true, false, false]);
  });
});

describe('status pages', () => {
  it('are those of the providers by default, and not asked', () => {
    expect(defaultAlertChoices.incident).toEqual({ isOn: false, schedule: null, pages: null, minImpact: 'major' });
  });

  it.each(['https://status.example.com', 'https://status.example.com:8443', 'http://127.0.0.1:9', 'http://localhost'])(
    'may be %s',
    (page) => expect(isGood(page)).toBe(true),
  );

  it.each([
    'http://status.example.com',
    'https://status.example.com/',
    'https://status.example.com?a',
    'https://ada:secret@status.example.com',
    'https://',
    'https://a b',
    'https://[::1',
    'ftp://status.example.com',
    'http://127.0.0.1.example.com',
    ' https://status.example.com',
    `https://${'x'.repeat(300)}`,
  ])('may not be %s', (page) => expect(isGood(page)).toBe(false));

  it('are twenty at most', () => {
    const pages = Array.from({ length: 21 }, (_, index) => `https://s${index}.example`);
    expect(v.is(alertChoicesSchema, { incident: { pages } })).toBe(false);
    expect(v.is(alertChoicesSchema, { incident: { pages: pages.slice(1) } })).toBe(true);
  });
});
