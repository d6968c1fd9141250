import { describe, expect, it } from 'vitest';
import { isPushService } from '../../../../shared/settings/push-services.ts';

describe('the address that a browser subscribes with', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-by3p.notify.windows.com/w/?token=abc',
  ])('is one of a push service: %s', (address) => {
    expect(isPushService(address)).toBe(true);
  });

  it.each([
    'https://gauge.example/collect',
    'https://fcm.googleapis.com.gauge.example/1',
    'https://gauge.example/fcm.googleapis.com',
    'https://notfcm.googleapis.com/1',
    'https://fcm.googleapis.com@gauge.example/1',
    'https://ada@fcm.googleapis.com/1',
    'https://fcm.googleapis.com:8443/1',
    'http://fcm.googleapis.com/1',
    'https://127.0.0.1/1',
    '',
  ])('is none: %s', (address) => {
    expect(isPushService(address)).toBe(false);
  });
});
