import { describe, expect, it } from 'vitest';
import { toAllowedLink } from '../../../../../main/electron/security/allowed-links.ts';

describe('toAllowedLink', () => {
  it('allows known sites', () => {
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
