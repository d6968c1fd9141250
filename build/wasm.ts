/**
 * Compiles main/node/ingest/wasm/json-members.wat into json-members-code.ts beside it (`npm run wasm`). Run it after changing
 * the former and commit both; no build depends on it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import loadWabt from 'wabt';
import { repositoryRoot } from './lib/paths.ts';

const folder = join(repositoryRoot, 'main', 'node', 'ingest', 'wasm');
const source = join(folder, 'json-members.wat');

/** The content of json-members-code.ts. Throws with line and column when the source is wrong. */
export async function writeJsonMembersModule(): Promise<string> {
  const wabt = await loadWabt();
  const { buffer } = wabt.parseWat(source, readFileSync(source, 'utf8')).toBinary({});
  const lines = Buffer.from(buffer)
    .toString('base64')
    .match(/.{1,112}/g)!
    .map((line) => `  '${line}',`);
  return [
    '/** WebAssembly in base64, made from json-members.wat by `npm run wasm`. */',
    'export const jsonMembersCode: readonly string[] = [',
    ...lines,
    '];',
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(join(folder, 'json-members-code.ts'), await writeJsonMembersModule());
