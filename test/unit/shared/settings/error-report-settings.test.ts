import { expect, it } from 'vitest';
import { parseDsn } from '../../../../shared/settings/error-report-settings.ts';

it.each([
  ['https://abc123@o1.ingest.sentry.io/42', 'https://o1.ingest.sentry.io/api/42/envelope/'],
  ['https://abc123@errors.example:8443/team/x/7', 'https://errors.example:8443/team/x/api/7/envelope/'],
  ['http://abc123@127.0.0.1:9000/1', 'http://127.0.0.1:9000/api/1/envelope/'],
  ['http://abc123@[::1]:9000/1', 'http://[::1]:9000/api/1/envelope/'],
])('%s is a place to send to', (dsn, address) => {
  expect(parseDsn(dsn)).toEqual({ address, publicKey: 'abc123' });
});

it.each([
  'http://abc123@errors.example/1',
  'http://abc123@127.0.0.1.evil.example/1',
  'https://abc123:secret@errors.example/1',
  'https://errors.example/1',
  'https://abc123@errors.example',
  'https://abc123@errors.example/project',
  'https://abc123@errors.example/1?x=1',
  'https://abc123@errors.example\\@evil.example/1',
  'file://abc123@host/1',
  '',
])('%j is none', (dsn) => expect(parseDsn(dsn)).toBeNull());
