import { createMessages } from '../../../shared/messages/catalogue.ts';
import { silentLogger } from '../../../shared/ports/logger.ts';
import { noCipher, openSecretStore } from '../../node/host/secrets/secret-store.ts';
import { readSettings } from '../../node/host/settings/read-only-settings.ts';
import { resolveDataFolder } from '../../node/system/resolve-data-folder.ts';
import type {
  ProgramIo,
  ProgramOutcome,
  ProxyKeyRequest,
  ProxyRequest,
} from '../../node/host/serving/server-programs.ts';
import { systemClock } from '../../node/system/system-clock.ts';
import { toProxyAddress } from '../proxy/ask-proxy.ts';
import { createProxyStore } from '../proxy/proxy-store.ts';
import { proxySecret } from '../proxy/proxy-watch.ts';
import { proxySources, pullProxy, type ProxyPull } from '../proxy/pull-proxy.ts';

const texts = createMessages().server.proxy;
const { nowMs } = systemClock;

/** `fuelgauge proxy pull`: asks a proxy for its usage and keeps it. Fails when it has answered nothing. */
export async function pullProxyOnce(request: ProxyRequest, io: ProgramIo): Promise<ProgramOutcome> {
  const dataFolder = resolveDataFolder(request.dataFolder, request.home);
  const settings = (await readSettings(dataFolder, {})).get().proxy;
  const given = request.address ?? settings.address;
  const secrets = openSecretStore({ dataFolder, variables: io.variables, cipher: noCipher, logger: silentLogger });
  const key = await secrets.read(proxySecret);
  const address = given === null ? null : toProxyAddress(given);
  const [source] = proxySources;
  const complaint = given === null ? texts.noAddress : address === null ? texts.insecure(given) : texts.noKey;
  if (source === undefined || address === null || key === null) {
    await io.complain(complaint);
    return 1;
  }
  const isCounted = request.isCounted || settings.isCounted;
  const target = { source, address, key, days: request.days, isCounted };
  const pull = await pullProxy(target, createProxyStore(dataFolder, nowMs), nowMs());
  await (request.isJson
    ? io.print(JSON.stringify({ schema: 'fuelgauge.proxy-pull.v1', source: source.id, ...pull }))
    : printPull(pull, io));
  for (const [name, failure] of Object.entries(pull.failures)) await io.complain(texts.failures[failure](name));
  const hasAnswer = pull.uses + pull.budgets > 0 || pull.totals !== null || Object.keys(pull.failures).length === 0;
  return hasAnswer ? 0 : 1;
}

async function printPull({ uses, added, budgets, totals, costUsd }: ProxyPull, io: ProgramIo): Promise<void> {
  await io.print(texts.pulled(uses, added, costUsd, budgets));
  if (totals !== null) await io.print(texts.totals(totals.requests, totals.costUsd));
}

/** `fuelgauge proxy key`: keeps the key of a proxy, which is never shown again; an empty one removes it. */
export async function keepProxyKey(request: ProxyKeyRequest, io: ProgramIo): Promise<ProgramOutcome> {
  const dataFolder = resolveDataFolder(request.dataFolder, request.home);
  const secrets = openSecretStore({ dataFolder, variables: io.variables, cipher: noCipher, logger: silentLogger });
  const key = request.key.trim();
  const written = await secrets.write(proxySecret, key === '' ? null : key);
  if (!written.ok) {
    await io.complain(texts.keyNotKept[written.error]);
    return 1;
  }
  await io.print(key === '' ? texts.keyRemoved : texts.keyKept);
  return 0;
}
