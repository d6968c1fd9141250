import { readFile, stat } from 'node:fs/promises';
import type * as v from 'valibot';
import { parseJsonAs } from '../../../shared/lib/parse-json.ts';

/**
 * What a file of ours holds; null where it is missing, larger than `maxBytes`, or does not match the schema. Never
 * rejects, and does not wait for a pipe.
 */
export async function readJsonFile<Value>(
  file: string,
  schema: v.GenericSchema<unknown, Value>,
  maxBytes: number,
): Promise<Value | null> {
  try {
    const found = await stat(file);
    if (!found.isFile() || found.size > maxBytes) return null;
    return parseJsonAs(schema, await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}
