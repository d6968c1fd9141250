/**
 * Stands for a program that answers requests from its input: one JSON object `{ request, mark }` per line. It notes each
 * start in the file of its first argument, and what it does depends on the request.
 */
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [starts = ''] = process.argv.slice(2);
appendFileSync(starts, `${process.pid}\n`);
const print = (text: string | Buffer): void => void process.stdout.write(text);

for await (const line of createInterface({ input: process.stdin })) {
  const { request, mark } = JSON.parse(line) as { request: string; mark: string };
  const [word, ...rest] = request.split(' ');
  const text = rest.join(' ');
  if (word === 'exit') process.exit(3);
  if (word === 'hang') continue;
  if (word === 'pieces') {
    // Cut in the middle of characters, and of the mark.
    for (const byte of Buffer.from(`${text}\r\n${mark} ok\r\n`)) {
      print(Buffer.of(byte));
      await new Promise(setImmediate);
    }
    continue;
  }
  print(word === 'quote' ? `"${mark} ok" is not the end\n` : `${text}\n`);
  print(`${mark} ${word === 'fail' ? 'failed' : 'ok'}\n`);
}
