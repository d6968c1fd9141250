import { readFile } from 'node:fs/promises';

/** Bytes that this process has caused to be written to disk (proc_pid_io(5)); null where the system does not say. */
export async function readOwnWrittenBytes(file = '/proc/self/io'): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const read = (name: string): number | null => {
    const match = new RegExp(`^${name}: (\\d+)$`, 'm').exec(text);
    return match === null ? null : Number(match[1]);
  };
  const written = read('write_bytes');
  return written === null ? null : Math.max(0, written - (read('cancelled_write_bytes') ?? 0));
}
