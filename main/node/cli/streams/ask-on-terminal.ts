import { createInterface } from 'node:readline/promises';

/** Asks on the terminal, on standard error, so that standard output stays for the answer. Null without a terminal. */
export async function askOnTerminal(question: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const closed = new Promise<null>((resolve) => lines.once('close', () => resolve(null)));
    return await Promise.race([lines.question(question), closed]);
  } finally {
    lines.close();
  }
}
