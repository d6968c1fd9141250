import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { accessScopes, type AccessScope } from '../../../../shared/domain/access-scope.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { replaceFile } from '../../system/replace-file.ts';

/** A token as it is kept: without its secret, of which only the SHA-256 is known. */
export interface StoredToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly AccessScope[];
  /** SHA-256 of the secret, as hex. The secret has 256 random bits, so a slow hash would add nothing. */
  readonly hash: string;
  readonly createdAtMs: number;
  /** The token expires then unless it has been used; the first use removes this time. */
  readonly useByMs?: number | undefined;
}

const fileSchema = v.object({
  tokens: v.array(
    v.object({
      id: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
      name: v.string(),
      scopes: v.array(v.picklist(accessScopes)),
      hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      createdAtMs: v.number(),
      useByMs: v.optional(v.number()),
    }),
  ),
});

const maxBytes = 1024 * 1024;

/** The path of the file in a data folder. */
export function toTokenFile(dataFolder: string): string {
  return path.join(dataFolder, 'tokens.json');
}

/** Reads the tokens that have not expired; none where there is no file. Fails where the file is unusable. Never rejects. */
export async function readTokens(file: string): Promise<Result<readonly StoredToken[], 'unusable'>> {
  try {
    const found = await stat(file);
    // A pipe would never end.
    if (!found.isFile() || found.size > maxBytes) return fail('unusable');
    const parsed = v.safeParse(fileSchema, JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? ok(dropUnused(parsed.output.tokens, Date.now())) : fail('unusable');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? ok([]) : fail('unusable');
  }
}

/** The tokens without those that expired before their first use. */
export function dropUnused(tokens: readonly StoredToken[], nowMs: number): readonly StoredToken[] {
  return tokens.filter(({ useByMs }) => useByMs === undefined || nowMs <= useByMs);
}

/** Replaces the tokens, in a file that only the person may read. Rejects when the file cannot be written. */
export async function writeTokens(file: string, tokens: readonly StoredToken[]): Promise<void> {
  await replaceFile(file, `${JSON.stringify({ tokens }, null, 2)}\n`);
}
