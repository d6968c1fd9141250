import type { Configuration } from 'electron-builder';
import { PlainFailure } from './plain-failure.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** The credentials for Apple's notary service: an App Store Connect key. */
const notaryVariables = ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'];
/** A certificate with its private key, as electron-builder reads it. */
const certificateVariables = ['CSC_LINK', 'CSC_KEY_PASSWORD'];

/**
 * How the installers of a system are signed, as a part of electron-builder's configuration. A release (`isRelease`) is
 * signed by a developer, on macOS also notarized and stapled, or not built: throws a `PlainFailure` that names what is
 * missing. Anything else is signed when there is a certificate; without one, macOS gets a signature without a developer,
 * because Apple silicon runs no unsigned program.
 */
export function toSigning(platform: NodeJS.Platform, variables: Variables, isRelease: boolean): Configuration {
  if (platform === 'linux') return {};
  const isMac = platform === 'darwin';
  const needed = isMac ? [...certificateVariables, ...notaryVariables] : certificateVariables;
  const missing = needed.filter((name) => (variables[name] ?? '') === '');
  if (isRelease && missing.length > 0) {
    throw new PlainFailure(`A release is signed; these variables are missing: ${missing.join(', ')}.`);
  }
  const hasCertificate = certificateVariables.every((name) => !missing.includes(name));
  const forced = isRelease ? { forceCodeSigning: true } : {};
  if (!isMac) return forced;
  if (!hasCertificate) {
    const entitlements = 'build/entitlements.adhoc.plist';
    return { mac: { identity: '-', entitlements, entitlementsInherit: entitlements, notarize: false } };
  }
  return { ...forced, mac: { notarize: notaryVariables.every((name) => !missing.includes(name)) } };
}
