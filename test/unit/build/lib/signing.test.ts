import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../../build/lib/paths.ts';
import { toSigning } from '../../../../build/lib/signing.ts';

const certificate = { CSC_LINK: 'base64', CSC_KEY_PASSWORD: 'secret' };
const notary = { APPLE_API_KEY: 'key.p8', APPLE_API_KEY_ID: 'id', APPLE_API_ISSUER: 'issuer' };

describe('signing', () => {
  it('is forced for a release, and notarized on macOS', () => {
    expect(toSigning('darwin', { ...certificate, ...notary }, true)).toEqual({
      forceCodeSigning: true,
      mac: { notarize: true },
    });
    expect(toSigning('win32', certificate, true)).toEqual({ forceCodeSigning: true });
    expect(toSigning('linux', {}, true)).toEqual({});
  });

  it.each([
    ['darwin', certificate, 'APPLE_API_KEY, APPLE_API_KEY_ID, APPLE_API_ISSUER'],
    ['darwin', { ...notary, CSC_LINK: 'x', CSC_KEY_PASSWORD: '' }, 'CSC_KEY_PASSWORD'],
    ['win32', {}, 'CSC_LINK, CSC_KEY_PASSWORD'],
  ] as const)('of a release on %s fails without its secrets', (platform, variables, missing) => {
    expect(() => toSigning(platform, variables, true)).toThrow(`these variables are missing: ${missing}.`);
  });

  it('of anything else on macOS needs no developer, and lets the app load its frameworks', () => {
    const { mac, forceCodeSigning } = toSigning('darwin', {}, false);
    expect(forceCodeSigning).toBeUndefined();
    expect(mac).toMatchObject({ identity: '-', notarize: false });
    const entitlements = join(repositoryRoot, mac?.entitlements ?? '');
    expect(existsSync(entitlements)).toBe(true);
    expect(readFileSync(entitlements, 'utf8')).toContain('com.apple.security.cs.disable-library-validation');
    // A developer's signature does not need it, and without it nobody loads code of theirs into the app.
    expect(readFileSync(join(repositoryRoot, 'build/entitlements.mac.plist'), 'utf8')).not.toContain(
      'library-validation',
    );
  });

  it('of anything else uses a certificate that is there', () => {
    expect(toSigning('darwin', certificate, false)).toEqual({ mac: { notarize: false } });
    expect(toSigning('win32', {}, false)).toEqual({});
  });
});
