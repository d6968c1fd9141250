import { describe, expect, it } from 'vitest';
import { isAllowedPermission, isAllowedRequest } from '../../../../../main/electron/security/request-filter.ts';

describe('isAllowedRequest', () => {
  it('allows our files and the developer tools, and nothing else', () => {
    expect(isAllowedRequest('fuelgauge://app/popover/index.html')).toBe(true);
    expect(isAllowedRequest('devtools://devtools/bundled/inspector.html')).toBe(true);
    for (const url of ['fuelgauge://app.evil/x', 'https://example.org/', 'http://127.0.0.1/', 'file:///x', 'ws://x/']) {
      expect(isAllowedRequest(url)).toBe(false);
    }
  });
});

describe('isAllowedPermission', () => {
  it('lets pages copy text, and nothing else', () => {
    expect(isAllowedPermission('clipboard-sanitized-write')).toBe(true);
    for (const permission of ['clipboard-read', 'notifications', 'geolocation', 'media', 'openExternal', 'unknown']) {
      expect(isAllowedPermission(permission)).toBe(false);
    }
  });
});
