import { createInterface } from 'node:readline/promises';

type Terminal<Stream> = Stream & { readonly isTTY?: boolean };

/**
 * Asks on the terminal, on standard error, so that standard output stays for the answer. Null without a terminal;
 * interrupting counts as no answer.
 */
export async function askOnTerminal(
  question: string,
  input: Terminal<NodeJS.ReadableStream> = process.stdin,
  output: Terminal<NodeJS.WritableStream> = process.stderr,
): Promise<string | null> {
  if (input.isTTY !== true || output.isTTY !== true) return null;
  const lines = createInterface({ input, output });
  try {
    const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    return await Promise.race([lines.question(question), closed]);
  } finally {
    lines.close();
  }
}
