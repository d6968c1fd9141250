import type { Handlers, ShellCalls } from '../../../../shared/contract/index.ts';
import { fail, ok } from '../../../../shared/lib/result.ts';
import type { ServerSwitch } from './server-switch.ts';
import { changeTokens } from '../access/change-tokens.ts';
import { createPairingCode, pairingMs } from '../access/pairing.ts';
import { readTokens, toTokenFile } from '../access/token-file.ts';
import { createToken, removeToken } from '../access/tokens.ts';

type ServerCalls = Pick<ShellCalls, 'server' | 'createToken' | 'revokeToken' | 'createPairing'>;

/**
 * Answers what the settings ask of the server. Only the desktop may call them: over HTTP, a token could create others
 * that outlive it.
 */
export function createServerCalls(options: {
  readonly server: Pick<ServerSwitch, 'state'>;
  readonly dataFolder: string;
  readonly nowMs: () => number;
}): Handlers<ServerCalls> {
  const { server, dataFolder, nowMs } = options;
  const file = toTokenFile(dataFolder);
  return {
    async server() {
      const [state, tokens] = await Promise.all([server.state(), readTokens(file)]);
      if (!tokens.ok) return { ...state, tokens: null };
      return {
        ...state,
        tokens: tokens.value.map(({ id, name, scopes, createdAtMs }) => ({ id, name, scopes, createdAtMs })),
      };
    },
    async createToken({ name, scope }) {
      const { stored, text } = createToken(name, [scope], nowMs());
      return changeTokens(file, (tokens) => [...tokens, stored]).then(
        (added) => (added.ok ? ok(text) : fail('not-written')),
        () => fail('not-written'),
      );
    },
    async revokeToken({ id }) {
      const revoked = await changeTokens(file, (tokens) => removeToken(tokens, id));
      return revoked.ok && revoked.value;
    },
    async createPairing() {
      const { pairingAddress } = await server.state();
      if (pairingAddress === null) return null;
      const atMs = nowMs();
      return { url: `${pairingAddress}/#pair=${await createPairingCode(dataFolder, atMs)}`, untilMs: atMs + pairingMs };
    },
  };
}
