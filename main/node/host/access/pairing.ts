import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import { readJsonFile } from '../../system/read-json-file.ts';
import { replaceFile } from '../../system/replace-file.ts';
import { changeTokens } from './change-tokens.ts';
import { toTokenFile } from './token-file.ts';
import { createToken, type NewToken } from './tokens.ts';

/** How long a code can be used. */
export const pairingMs = 5 * minuteMs;

/** A code is kept as its hash, as tokens are. */
const fileSchema = v.object({ hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), untilMs: v.number() });
const maxBytes = 4_096;

/**
 * Creates a code that one device can exchange for a read token, where servers on this data folder find it. A new code
 * replaces the last one. Rejects when it cannot be written.
 */
export async function createPairingCode(dataFolder: string, nowMs: number): Promise<string> {
  const code = randomBytes(18).toString('base64url');
  const kept = { hash: hash(code).toString('hex'), untilMs: nowMs + pairingMs };
  await replaceFile(toFile(dataFolder), JSON.stringify(kept));
  return code;
}

/**
 * Exchanges a code for a token of the device. Null when it is wrong, too old, or used: whoever removes the file first
 * has used it, also where two servers share the folder. Rejects when the token cannot be kept.
 */
export async function exchangePairingCode(
  dataFolder: string,
  { code, device }: { readonly code: string; readonly device: string },
  nowMs: number,
): Promise<NewToken | null> {
  const file = toFile(dataFolder);
  const kept = await readJsonFile(file, fileSchema, maxBytes);
  if (kept === null || !timingSafeEqual(hash(code), Buffer.from(kept.hash, 'hex'))) return null;
  const claimed = `${file}.${randomBytes(6).toString('hex')}`;
  const isFirst = await rename(file, claimed).then(
    () => true,
    () => false,
  );
  await rm(claimed, { force: true });
  if (!isFirst || kept.untilMs < nowMs || kept.untilMs - nowMs > pairingMs) return null;
  const token = createToken(device, ['read'], nowMs);
  // A page that is closed before the answer arrives never uses its token.
  const stored = { ...token.stored, useByMs: nowMs + pairingMs };
  const added = await changeTokens(toTokenFile(dataFolder), (tokens) => [...tokens, stored]);
  return added.ok ? token : null;
}

function toFile(dataFolder: string): string {
  return path.join(dataFolder, 'pairing.json');
}

function hash(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
