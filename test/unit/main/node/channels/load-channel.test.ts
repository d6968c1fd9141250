import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createChannelLoader } from '../../../../../main/node/channels/load-channel.ts';
import type { AlertMessage } from '../../../../../shared/ports/message-channel.ts';
import { channelSchema } from '../../../../../shared/settings/channel-schema.ts';
import { startMailServer } from '../../../../support/servers/mail-server.ts';
import { reply, startWebServer } from '../../../../support/servers/web-server.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const nowMs = Date.parse('2026-05-01T12:00:00Z');
const message: AlertMessage = {
  idempotencyKey: 'abc-1',
  raisedAtMs: nowMs - 1_000,
  kind: 'threshold',
  source: 'codex',
  notice: { title: 'Codex: 5-hour limit at 76% <b>"&"', body: 'Passed 75% in my_*shop*.\nSee @everyone.' },
  facts: { usedPercent: 76 },
};

/** On a busy machine, a program may take seconds to start. */
const patienceMs = 60_000;

async function send(config: object, secret: string | null = null, more: Partial<AlertMessage> = {}) {
  const load = createChannelLoader({ nowMs: () => nowMs, timeoutMs: patienceMs });
  const channel = await load(v.parse(channelSchema, { id: 'mine', ...config }), secret);
  return channel.send({ ...message, ...more });
}

describe('the webhook', () => {
  it('posts every fact, with the key by which a receiver recognises a second copy', async () => {
    const { address, received } = await startWebServer();
    expect(await send({ kind: 'webhook', url: `${address}/hook` })).toEqual({ kind: 'sent' });
    expect(received).toMatchObject([{ path: '/hook', headers: { 'idempotency-key': 'abc-1' } }]);
    expect(JSON.parse(received[0]!.body)).toEqual({
      schema: 'fuelgauge.alert.v1',
      id: 'abc-1',
      raisedAt: '2026-05-01T11:59:59.000Z',
      kind: 'threshold',
      source: 'codex',
      title: message.notice.title,
      body: message.notice.body,
      facts: { usedPercent: 76 },
    });
    expect(received[0]!.headers).not.toHaveProperty('x-fuelgauge-signature');
  });

  it('signs time and body with its secret', async () => {
    const { address, received } = await startWebServer();
    await send({ kind: 'webhook', url: address }, 'key');
    const { headers, body } = received[0]!;
    const timestamp = headers['x-fuelgauge-timestamp'] as string;
    expect(timestamp).toBe(String(nowMs / 1_000));
    const expected = createHmac('sha256', 'key').update(`${timestamp}.${body}`).digest('hex');
    expect(headers['x-fuelgauge-signature']).toBe(`v1=${expected}`);
  });

  it('fills a template, whatever the text holds, and refuses one that makes no JSON', async () => {
    const { address, received } = await startWebServer();
    const template =
      '{"text":"{{title}}: {{ body }}","data":{{facts}},"none":"{{nothing}}","all":"{{facts}}","in":"<\\"{{facts}}\\">"}';
    expect(await send({ kind: 'webhook', url: address, template })).toEqual({ kind: 'sent' });
    expect(JSON.parse(received[0]!.body)).toEqual({
      text: `${message.notice.title}: ${message.notice.body}`,
      data: { usedPercent: 76 },
      none: '',
      all: '{"usedPercent":76}',
      in: '<"{"usedPercent":76}">',
    });
    expect(await send({ kind: 'webhook', url: address, template: '{"a": {{title}}' })).toMatchObject({
      retry: 'never',
    });
    expect(received).toHaveLength(1);
  });

  it('lets no name add to a template', async () => {
    const { address, received } = await startWebServer();
    const notice = { title: '1, "isAdmin": true', body: '{{facts}}' };
    const template = '{"a": {{title}}, "b": "{{body}}"}';
    expect(await send({ kind: 'webhook', url: address, template }, null, { notice })).toEqual({ kind: 'sent' });
    expect(JSON.parse(received[0]!.body)).toEqual({ a: notice.title, b: '{{facts}}' });
    await send({ kind: 'webhook', url: address, template }, null, { notice: { title: '1, 2', body: '' } });
    expect(JSON.parse(received[1]!.body)).toEqual({ a: '1, 2', b: '' });
  });
});

describe('services', () => {
  const cases = [
    {
      name: 'slack',
      config: { kind: 'slack' },
      path: '/secret',
      body: { text: '*Codex: 5-hour limit at 76% &lt;b&gt;"&amp;"*\nPassed 75% in my_*shop*.\nSee @everyone.' },
    },
    {
      name: 'discord',
      config: { kind: 'discord' },
      path: '/secret',
      body: {
        content: '**Codex: 5-hour limit at 76% <b\\>"&"**\nPassed 75% in my\\_\\*shop\\*.\nSee @everyone.',
        allowed_mentions: { parse: [] },
      },
    },
    {
      name: 'teams',
      config: { kind: 'teams' },
      path: '/secret',
      body: { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] },
    },
  ] as const;

  it.each(cases)('$name gets the text as text', async ({ config, path, body }) => {
    const { address, received } = await startWebServer();
    expect(await send(config, `${address}/secret`)).toEqual({ kind: 'sent' });
    expect(received).toMatchObject([{ path, headers: { 'content-type': 'application/json' } }]);
    expect(JSON.parse(received[0]!.body)).toMatchObject(body);
  });

  it('ntfy gets topic and token', async () => {
    const { address, received } = await startWebServer();
    expect(await send({ kind: 'ntfy', server: address, topic: 'fuel' }, 'tk_1')).toEqual({ kind: 'sent' });
    expect(received).toMatchObject([{ path: '/', headers: { authorization: 'Bearer tk_1' } }]);
    expect(JSON.parse(received[0]!.body)).toEqual({
      topic: 'fuel',
      title: message.notice.title,
      message: message.notice.body,
    });
  });

  it('ntfy refuses a token that no header can hold, and discord shows no link behind other words', async () => {
    const { address, received } = await startWebServer();
    expect(await send({ kind: 'ntfy', server: address, topic: 'fuel' }, 'tk_1\r\nx: y')).toMatchObject({
      failure: { kind: 'bad-address' },
      retry: 'never',
    });
    expect(received).toEqual([]);
    const notice = { title: '[Log in](https://example.org)', body: '# Now' };
    await send({ kind: 'discord' }, address, { notice });
    expect(JSON.parse(received[0]!.body)).toMatchObject({
      content: '**\\[Log in\\]\\(https://example.org\\)**\n\\# Now',
    });
  });

  it('telegram gets chat and text below the bot of the token, and asks to wait in its JSON', async () => {
    const { address, received } = await startWebServer(
      reply(200),
      reply(429, {}, '{"ok":false,"error_code":429,"parameters":{"retry_after":31}}'),
    );
    const config = { kind: 'telegram', server: `${address}/`, chat: '-100' };
    expect(await send(config, '12:ab_C-d')).toEqual({ kind: 'sent' });
    expect(await send(config, '12:ab_C-d')).toMatchObject({ retry: 'later', retryAfterMs: 31_000 });
    expect(received[0]!.path).toBe('/bot12:ab_C-d/sendMessage');
    expect(JSON.parse(received[0]!.body)).toEqual({
      chat_id: '-100',
      text: `${message.notice.title}\n${message.notice.body}`,
    });
    expect(await send(config, 'x/../../y')).toMatchObject({ failure: { kind: 'bad-address' }, retry: 'never' });
  });

  it.each([{ kind: 'slack' }, { kind: 'discord' }, { kind: 'teams' }, { kind: 'telegram', chat: '1' }])(
    '$kind does nothing without a secret',
    async (config) => {
      expect(await send(config)).toMatchObject({ failure: { kind: 'no-secret' }, retry: 'never' });
    },
  );

  it('say nothing of their secret when they fail', async () => {
    const outcome = await send({ kind: 'slack' }, 'http://127.0.0.1:1/T000/secret');
    expect(JSON.stringify(outcome)).not.toMatch(/secret|T000|127/);
  });
});

describe('e-mail', () => {
  const config = {
    kind: 'email',
    host: '127.0.0.1',
    security: 'none',
    from: 'Fuel <fuel@example.com>',
    to: 'a@b.example',
  };

  it('sends a mail with the text, once and with an id of its own', async () => {
    const { port, received } = await startMailServer();
    expect(await send({ ...config, port })).toEqual({ kind: 'sent' });
    expect(received).toMatchObject([{ from: 'fuel@example.com', to: ['a@b.example'] }]);
    const text = received[0]!.text.replace(/=\r?\n/g, '');
    expect(text).toContain('Message-ID: <abc-1@fuelgauge.invalid>');
    expect(text).toContain('Auto-Submitted: auto-generated');
    expect(text).toContain('See @everyone.');
  });

  it('adds no header, whatever a name holds', async () => {
    const { port, received } = await startMailServer();
    await send({ ...config, port }, null, { notice: { title: 'a\r\nBcc: c@d.example', body: 'b' } });
    expect(received[0]!.to).toEqual(['a@b.example']);
    expect(received[0]!.text).not.toMatch(/^Bcc:/m);
  });

  it('logs in with its secret, and says when that is refused', async () => {
    const { port, received } = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username = '', password }, _session, callback) =>
        password === 'right' ? callback(null, { user: username }) : callback(new Error('no')),
    });
    const withUser = { ...config, port, user: 'ada' };
    expect(await send(withUser, 'right')).toEqual({ kind: 'sent' });
    expect(received).toMatchObject([{ user: 'ada' }]);
    expect(await send(withUser, 'wrong')).toMatchObject({ failure: { kind: 'refused', status: 535 }, retry: 'never' });
    expect(await send(withUser)).toMatchObject({ failure: { kind: 'no-secret' } });
  });

  it('retries what the server cannot do now, and not what it refuses', async () => {
    const refuse = (responseCode: number) => ({
      onRcptTo: (_address: unknown, _session: unknown, callback: (error?: Error | null) => void) =>
        callback(Object.assign(new Error('no'), { responseCode })),
    });
    const busy = await startMailServer(refuse(451));
    expect(await send({ ...config, port: busy.port })).toMatchObject({ failure: { status: 451 }, retry: 'later' });
    const closed = await startMailServer(refuse(550));
    expect(await send({ ...config, port: closed.port })).toMatchObject({ failure: { status: 550 }, retry: 'never' });
  });

  it('does not know what became of a mail whose receipt was not confirmed', async () => {
    const sockets = new Set<Socket>();
    const { port } = await startMailServer({
      onData(stream) {
        stream.resume().on('end', () => sockets.forEach((socket) => socket.destroy()));
      },
    });
    // The line between the two, which breaks.
    const relay = createServer((socket) => {
      const upstream = connect(port, '127.0.0.1');
      for (const end of [socket, upstream]) sockets.add(end.on('error', () => undefined));
      socket.pipe(upstream).pipe(socket);
    });
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void relay.close());
    const outcome = await send({ ...config, port: (relay.address() as AddressInfo).port });
    expect(outcome).toMatchObject({ failure: { kind: 'unanswered' }, retry: 'unknown' });
  });

  it('is given up in time, also where a server goes on talking', async () => {
    const talk = async (isConfirming: boolean): Promise<number> => {
      const server = createServer((socket) => {
        const drip = (): void => {
          const timer = setInterval(() => socket.write('250-more\r\n'), 20);
          socket.on('close', () => clearInterval(timer));
        };
        socket.on('error', () => undefined).write('220 here\r\n');
        socket.on('data', (bytes) => {
          const text = bytes.toString();
          if (text.endsWith('\r\n.\r\n') || !isConfirming) drip();
          else socket.write(text.startsWith('DATA') ? '354 go on\r\n' : '250 ok\r\n');
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      onTestFinished(() => void server.close());
      return (server.address() as AddressInfo).port;
    };
    // Time enough to say everything up to the end of the mail.
    const load = createChannelLoader({ nowMs: () => nowMs, timeoutMs: 2_000 });
    const sendTo = async (port: number) =>
      (await load(v.parse(channelSchema, { ...config, id: 'm', port }), null)).send(message);
    expect(await sendTo(await talk(false))).toMatchObject({ failure: { kind: 'timed-out' }, retry: 'later' });
    expect(await sendTo(await talk(true))).toMatchObject({ failure: { kind: 'timed-out' }, retry: 'unknown' });
  });

  it('insists on encryption, and goes without it on this machine only', async () => {
    const plain = await startMailServer({ disabledCommands: ['STARTTLS'] });
    expect(await send({ ...config, port: plain.port, security: 'starttls' })).toMatchObject({ kind: 'failed' });
    expect(plain.received).toEqual([]);
    const lookup = async () => [{ address: '93.184.216.34', family: 4 }];
    const load = createChannelLoader({ nowMs: () => nowMs, lookup });
    const away = await load(v.parse(channelSchema, { ...config, id: 'm', host: 'mail.example', port: 25 }), null);
    expect(await away.send(message)).toMatchObject({ failure: { kind: 'insecure-address' }, retry: 'never' });
    const home = await load(
      v.parse(channelSchema, { ...config, id: 'm', host: '10.0.0.1', port: 465, security: 'tls' }),
      null,
    );
    expect(await home.send(message)).toMatchObject({ failure: { kind: 'private-address' } });
  });

  it('knows that nothing was sent where nobody listens', async () => {
    expect(await send({ ...config, port: 1 })).toMatchObject({
      failure: { kind: 'unreachable', code: 'ECONNREFUSED' },
      retry: 'later',
    });
  });
});

describe('a command', () => {
  const run = (script: string, ...args: readonly string[]) => {
    const file = join(makeFolder(), 'program.mjs');
    writeFileSync(file, script);
    return send({ kind: 'command', program: process.execPath, args: [file, ...args] });
  };

  it('gets the alert as JSON on its standard input, and its arguments as they are', async () => {
    const out = join(makeFolder(), 'out.json');
    const script = `
      import { writeFileSync, readFileSync } from 'node:fs';
      const [, , file, ...rest] = process.argv;
      writeFileSync(file, JSON.stringify({ rest, input: JSON.parse(readFileSync(0, 'utf8')) }));`;
    expect(await run(script, out, '$(touch x); echo', '*')).toEqual({ kind: 'sent' });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      rest: ['$(touch x); echo', '*'],
      input: { id: 'abc-1', title: message.notice.title },
    });
  });

  it('fails with its exit code, and is not tried again', async () => {
    expect(await run('process.exit(3)')).toMatchObject({ failure: { kind: 'program', code: '3' }, retry: 'never' });
    expect(await send({ kind: 'command', program: '/no/such/program' })).toMatchObject({
      failure: { kind: 'program', code: 'ENOENT' },
    });
  });

  it('gets the environment without secrets of ours', async () => {
    const out = join(makeFolder(), 'out.json');
    const others = Object.keys(process.env).filter((name) => name.startsWith('FUELGAUGE_'));
    vi.stubEnv('FUELGAUGE_SECRET_SLACK', 'https://hooks.example/secret');
    vi.stubEnv('FUELGAUGE_DB_KEY', 'key');
    vi.stubEnv('OWN_VARIABLE', 'kept');
    const script = `
      import { writeFileSync } from 'node:fs';
      writeFileSync(process.argv[2], JSON.stringify(process.env));`;
    expect(await run(script, out)).toEqual({ kind: 'sent' });
    vi.unstubAllEnvs();
    const env = JSON.parse(readFileSync(out, 'utf8')) as Record<string, string>;
    expect(env['OWN_VARIABLE']).toBe('kept');
    const ours = Object.keys(env).filter((name) => name.startsWith('FUELGAUGE_') && !others.includes(name));
    expect(ours).toEqual([]);
  });

  it('has ended when it ends, whatever it leaves running', async () => {
    const left = join(makeFolder(), 'left');
    const script = `
      import { spawn } from 'node:child_process';
      import { writeFileSync } from 'node:fs';
      const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'inherit', detached: true });
      writeFileSync(process.argv[2], String(child.pid));
      child.unref();`;
    onTestFinished(() => void process.kill(Number(readFileSync(left, 'utf8'))));
    // It must not be waited for.
    const load = createChannelLoader({ nowMs: () => nowMs, timeoutMs: patienceMs });
    const file = join(makeFolder(), 'program.mjs');
    writeFileSync(file, script);
    const config = { kind: 'command', id: 'c', program: process.execPath, args: [file, left] };
    expect(await (await load(v.parse(channelSchema, config), null)).send(message)).toEqual({ kind: 'sent' });
  });

  it('is ended when it takes too long', async () => {
    const load = createChannelLoader({ nowMs: () => nowMs, timeoutMs: 500 });
    const args = ['-e', 'setInterval(() => {}, 1000)'];
    const config = v.parse(channelSchema, { kind: 'command', id: 'c', program: process.execPath, args });
    expect(await (await load(config, null)).send(message)).toMatchObject({
      failure: { kind: 'timed-out' },
      retry: 'unknown',
    });
  });
});
