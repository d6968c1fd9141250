import { describe, expect, it } from 'vitest';
import {
  parseDsnText,
  parseWebAddress,
  protocolOptions,
  toProtocol,
} from '../../../../../../renderer/features/settings/sending/sending-settings.ts';

describe('what a person types about sending', () => {
  it.each([
    ['', { ok: true, value: null }],
    ['  https://collector.example:4318 ', { ok: true, value: 'https://collector.example:4318' }],
    ['http://127.0.0.1:4000', { ok: true, value: 'http://127.0.0.1:4000' }],
    ['collector.example', { ok: false }],
    ['file:///etc/passwd', { ok: false }],
    ['https://', { ok: false }],
  ])('is an address: %j', (text, expected) => expect(parseWebAddress(text)).toMatchObject(expected));

  it.each([
    ['', { ok: true, value: null }],
    [' https://key@errors.example/1 ', { ok: true, value: 'https://key@errors.example/1' }],
    ['http://key@errors.example/1', { ok: false }],
  ])('is a DSN: %j', (text, expected) => expect(parseDsnText(text)).toMatchObject(expected));

  it('is a protocol, or that of the environment', () => {
    expect(protocolOptions.map(({ value }) => toProtocol(value))).toEqual([null, 'http/protobuf', 'http/json', 'grpc']);
  });
});
