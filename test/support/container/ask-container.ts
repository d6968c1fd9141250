import { waitUntil } from '../wait-until.ts';
import type { RunningContainer } from './run-container.ts';

/** What a server answered; the status is 0 where none did. */
export interface ContainerAnswer {
  readonly status: number;
  readonly body: string;
}

/** Run in the container, which shares no network with anybody: prints the answer as JSON. */
const client = `const [path, token] = process.argv.slice(1);
const headers = token === '' ? {} : { Authorization: 'Bearer ' + token };
require('node:https').get({ host: '127.0.0.1', port: 8080, path, headers, rejectUnauthorized: false }, (response) => {
  let body = '';
  response.on('data', (chunk) => (body += chunk));
  response.on('end', () => console.log(JSON.stringify({ status: response.statusCode, body })));
}).on('error', () => console.log(JSON.stringify({ status: 0, body: '' })));`;

/** Asks the server in a container. */
export async function askContainer(
  container: RunningContainer,
  path: string,
  token: string | null,
): Promise<ContainerAnswer> {
  const { stdout, stderr } = await container.exec(['/nodejs/bin/node', '-e', client, path, token ?? '']);
  if (stdout === '') throw new Error(`nothing runs in the container: ${stderr}`);
  return JSON.parse(stdout) as ContainerAnswer;
}

/** Waits until a server in a container has read its logs. Throws with its output when it ends instead. */
export async function waitUntilReady(container: RunningContainer, token: string): Promise<void> {
  const read = async (): Promise<boolean> => {
    if (container.child.exitCode !== null) throw new Error(`the container has ended: ${container.output()}`);
    return (await askContainer(container, '/readyz', token).catch(() => ({ status: 0 }))).status === 200;
  };
  await waitUntil('readiness', read, 60_000);
}
