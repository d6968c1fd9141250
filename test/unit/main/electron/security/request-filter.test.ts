import { describe, expect, it } from 'vitest';
import {
  isAllowedDownload,
  isAllowedPermission,
  isAllowedRequest,
} from '../../../../../main/electron/security/request-filter.ts';

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

describe('isAllowedDownload', () => {
  it('lets pages save what they made themselves, and nothing else', () => {
    expect(isAllowedDownload('blob:fuelgauge://app/0d5c-11')).toBe(true);
    for (const url of [
      'blob:fuelgauge://app.evil/x',
      'blob:https://example.org/x',
      'https://example.org/x',
      'data:,x',
    ]) {
      expect(isAllowedDownload(url)).toBe(false);
    }
  });
});
