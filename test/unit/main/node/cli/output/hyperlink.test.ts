import { describe, expect, it } from 'vitest';
import { toPathLink } from '../../../../../../main/node/cli/output/hyperlink.ts';
import { createFakeEngine, makeSession, runWith } from '../../../../../fakes/cli-host.ts';

const page = { linkHost: 'workshop' };
const link = (address: string, text: string): string => `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;

describe('a link to a path', () => {
  it('names the machine and escapes what an address cannot hold', () => {
    expect(toPathLink(page, '/home/ada/a b;c/日', '…c/日')).toBe(
      link('file://workshop/home/ada/a%20b%3Bc/%E6%97%A5', '…c/日'),
    );
    expect(toPathLink(page, 'C:\\Users\\ada', 'ada')).toBe(link('file://workshop/C:/Users/ada', 'ada'));
    expect(toPathLink(page, '/a\\b', 'b')).toBe(link('file://workshop/a%5Cb', 'b'));
    expect(toPathLink(page, '/\ud800', 'x')).toBe(link('file://workshop/%EF%BF%BD', 'x'));
  });

  it('is just text without links, and for what is no full path', () => {
    expect(toPathLink({ linkHost: null }, '/home/ada', 'ada')).toBe('ada');
    for (const name of ['-', 'Total', 'shop', '', '~/shop']) expect(toPathLink(page, name, name)).toBe(name);
  });
});

describe('links in tables', () => {
  const engine = () => createFakeEngine({ sessions: [makeSession({ project: '/home/ada/a-long-name-of-a-project' })] });
  const terminal = { columns: 60, rows: 24, variables: { NO_COLOR: '1' } };
  const address = 'file://workshop/home/ada/a-long-name-of-a-project';

  it('lead to the whole path, also where it is cut, and change no width', async () => {
    const linked = await runWith(engine(), ['sessions', '--hyperlinks'], terminal);
    const plain = await runWith(engine(), ['sessions'], terminal);
    expect(linked.stdout).toContain(`\u001b]8;;${address}\u001b\\`);
    const text = linked.stdout.split('\u001b\\').map((part) => part.split('\u001b]8;;')[0]);
    expect(text.join('')).toBe(plain.stdout);
  });

  it('are not there by default, in a pipe, or where a terminal can do nothing', async () => {
    const asked = ['sessions', '--hyperlinks'];
    const runs = await Promise.all([
      runWith(engine(), ['sessions'], terminal),
      runWith(engine(), asked, null),
      runWith(engine(), asked, { ...terminal, variables: { TERM: 'dumb' } }),
      ...['--json', '--csv', '--markdown', '--html'].map((form) => runWith(engine(), [...asked, form], terminal)),
    ]);
    for (const { exitCode, stdout } of runs) {
      expect(exitCode).toBe(0);
      expect(stdout).not.toContain('\u001b]8');
    }
  });

  it('can be a default', async () => {
    const { stdout } = await runWith(engine(), ['sessions'], { ...terminal, defaults: '{"all":{"hyperlinks":true}}' });
    expect(stdout).toContain(address);
  });
});
