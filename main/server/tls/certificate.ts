import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createSecureContext } from 'node:tls';
import { dayMs } from '../../../shared/domain/instant.ts';
import { createMessages } from '../../../shared/messages/catalogue.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { ServerSettings } from '../../../shared/settings/server-settings.ts';
import { replaceFile } from '../../node/system/replace-file.ts';
import { coversNames, listAltNames } from './certificate-names.ts';

/** What TLS needs, as PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly privateKey: string;
  /** SHA-256, as browsers show it: `AB:CD:…`. */
  readonly fingerprint: string;
  /** When it expires. */
  readonly endMs: number;
}

const messages = createMessages().server;
const validMs = 397 * dayMs;
/** One that ends sooner is replaced. */
const minLeftMs = 30 * dayMs;

/**
 * The certificate to serve with: the person's own, or one that is generated once and kept in the data folder. Null on
 * loopback without one of the person's own. Fails with a sentence where the files cannot be used.
 */
export async function openCertificate(options: {
  readonly settings: ServerSettings;
  readonly dataFolder: string;
  readonly isLocal: boolean;
  readonly nowMs: number;
}): Promise<Result<Certificate | null>> {
  const { certificateFile, privateKeyFile } = options.settings;
  if (certificateFile !== null && privateKeyFile !== null) {
    const own = await readPair(certificateFile, privateKeyFile);
    return own === null ? fail(messages.certificateUnusable(certificateFile)) : ok(own);
  }
  if (certificateFile !== null || privateKeyFile !== null) return fail(messages.certificateHalf);
  return options.isLocal ? ok(null) : ok(await openSelfSigned(options));
}

async function openSelfSigned(options: {
  readonly settings: ServerSettings;
  readonly dataFolder: string;
  readonly nowMs: number;
}): Promise<Certificate> {
  const files = ['server-certificate.pem', 'server-key.pem'].map((name) => path.join(options.dataFolder, name));
  const [certificateFile, keyFile] = files as [string, string];
  const kept = await readPair(certificateFile, keyFile);
  const isUsable = kept !== null && kept.endMs - options.nowMs > minLeftMs;
  if (isUsable && coversNames(kept.certificate, options.settings)) return kept;
  const made = await makeSelfSigned(options.settings, options.nowMs);
  try {
    await replaceFile(keyFile, made.privateKey);
    await replaceFile(certificateFile, made.certificate, 'isPublic');
  } catch {
    // In a read-only folder the ledger can still be shown, with a new fingerprint at each start.
  }
  return made;
}

async function makeSelfSigned(settings: ServerSettings, nowMs: number): Promise<Certificate> {
  // Loaded on demand: it bundles its own cryptography.
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'Fuelgauge' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(nowMs),
    notAfterDate: new Date(nowMs + validMs),
    extensions: [{ name: 'subjectAltName', altNames: listAltNames(settings) }],
  });
  return toCertificate(made.cert, made.private);
}

async function readPair(certificateFile: string, keyFile: string): Promise<Certificate | null> {
  try {
    const [certificate, privateKey] = await Promise.all([readFile(certificateFile, 'utf8'), readFile(keyFile, 'utf8')]);
    // Throws unless certificate and key match.
    createSecureContext({ cert: certificate, key: privateKey });
    return toCertificate(certificate, privateKey);
  } catch {
    return null;
  }
}

function toCertificate(certificate: string, privateKey: string): Certificate {
  const { fingerprint256, validTo } = new X509Certificate(certificate);
  return { certificate, privateKey, fingerprint: fingerprint256, endMs: Date.parse(validTo) };
}
