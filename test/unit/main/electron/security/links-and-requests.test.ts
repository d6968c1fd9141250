import { describe, expect, it } from 'vitest';
import { toAllowedLink } from '../../../../../main/electron/security/allowed-links.ts';
import { isAllowedPermission, isAllowedRequest } from '../../../../../main/electron/security/request-filter.ts';

describe('toAllowedLink', () => {
  it('lets known sites through', () => {
    expect(toAllowedLink('https://support.claude.com/en/articles/1')).toBe('https://support.claude.com/en/articles/1');
  });

  it.each([
    'http://support.claude.com/',
    'https://support.claude.com.evil.example/',
    'https://evil.example/?https://support.claude.com/',
    'https://user@support.claude.com/',
    'https://support.claude.com:8443/',
    'file:///usr/bin/true',
    'javascript:alert(1)',
    'fuelgauge://app/popover/index.html',
    '\\\\server\\share',
    '',
  ])('refuses %j', (link) => {
    expect(toAllowedLink(link)).toBeNull();
  });
});

describe('isAllowedRequest', () => {
  it('lets our files and the developer tools through, and nothing else', () => {
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
