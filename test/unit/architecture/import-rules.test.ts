import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseOptions, ICruiseResult, IFlattenedRuleSet } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Config = { readonly forbidden: readonly { readonly name: string }[]; readonly options: ICruiseOptions };
const config = createRequire(import.meta.url)('../../../.dependency-cruiser.cjs') as Config;

/** One import that breaks each rule: [rule, importing file, imported file or package]. */
const violations: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['no-circular', 'shared/lib/about.ts', 'shared/lib/round.ts'],
  ['no-unresolvable', 'shared/lib/lost.ts', './nowhere.ts'],
  ['no-test-in-product', 'main/node/system/tested.ts', 'test/support/helper.ts'],
  ['shared-stays-inside', 'shared/ledger/host.ts', 'main/node/engine/engine.ts'],
  ['shared-is-pure', 'shared/lib/reads.ts', 'node:fs'],
  ['shared-lib', 'shared/lib/knows.ts', 'shared/domain/money.ts'],
  ['shared-domain', 'shared/domain/knows.ts', 'shared/ports/clock.ts'],
  ['shared-ports', 'shared/ports/knows.ts', 'shared/ledger/append.ts'],
  ['shared-messages', 'shared/messages/knows.ts', 'shared/snapshot/app.ts'],
  ['shared-pricing', 'shared/pricing/knows.ts', 'shared/ledger/append.ts'],
  ['shared-sources', 'shared/sources/registry.ts', 'shared/ledger/append.ts'],
  ['shared-ledger', 'shared/ledger/knows.ts', 'shared/sources/codex/parse.ts'],
  ['shared-analytics', 'shared/analytics/knows.ts', 'shared/snapshot/app.ts'],
  ['shared-limits', 'shared/limits/knows.ts', 'shared/snapshot/app.ts'],
  ['shared-forecast', 'shared/forecast/knows.ts', 'shared/snapshot/app.ts'],
  ['shared-processes', 'shared/processes/knows.ts', 'shared/settings/schema.ts'],
  ['shared-activity', 'shared/activity/knows.ts', 'shared/settings/schema.ts'],
  ['shared-alerts', 'shared/alerts/knows.ts', 'shared/contract/contract.ts'],
  ['shared-imports', 'shared/imports/knows.ts', 'shared/ledger/append.ts'],
  ['shared-refresh', 'shared/refresh/knows.ts', 'shared/settings/schema.ts'],
  ['shared-statusline', 'shared/statusline/knows.ts', 'shared/snapshot/app.ts'],
  ['shared-settings', 'shared/settings/knows.ts', 'shared/snapshot/app.ts'],
  ['shared-snapshot', 'shared/snapshot/knows.ts', 'shared/contract/contract.ts'],
  ['shared-folders-have-a-place', 'shared/extra/new.ts', 'shared/lib/about.ts'],
  ['no-source-knows-another', 'shared/sources/claude-code/parse.ts', 'shared/sources/codex/parse.ts'],
  ['node-without-electron', 'main/node/system/windows.ts', 'electron'],
  ['node-without-electron', 'main/node/system/tray.ts', 'main/electron/tray.ts'],
  ['node-activity', 'main/node/activity/knows.ts', 'main/node/store/ledger.ts'],
  ['node-channels', 'main/node/channels/knows.ts', 'main/node/store/ledger.ts'],
  ['node-ingest', 'main/node/ingest/knows.ts', 'main/node/store/ledger.ts'],
  ['node-prices', 'main/node/prices/knows.ts', 'main/node/engine/engine.ts'],
  ['node-imports', 'main/node/imports/knows.ts', 'main/node/store/ledger.ts'],
  ['node-probes', 'main/node/probes/knows.ts', 'main/node/engine/engine.ts'],
  ['node-hooks', 'main/node/hooks/knows.ts', 'main/node/cli/run-cli.ts'],
  ['node-run', 'main/node/run/knows.ts', 'main/node/store/ledger.ts'],
  ['node-service', 'main/node/service/knows.ts', 'main/node/store/ledger.ts'],
  ['node-statusline', 'main/node/statusline/knows.ts', 'main/node/cli/run-cli.ts'],
  ['node-terminals', 'main/node/terminals/knows.ts', 'main/node/engine/engine.ts'],
  ['node-store', 'main/node/store/knows.ts', 'main/node/ingest/ingest.ts'],
  ['node-engine', 'main/node/engine/knows.ts', 'main/node/cli/run-cli.ts'],
  ['node-engine', 'main/node/engine/serves.ts', 'main/node/host/host.ts'],
  ['node-host', 'main/node/host/knows.ts', 'main/node/store/ledger.ts'],
  ['node-cli', 'main/node/cli/knows.ts', 'main/node/engine/engine.ts'],
  ['node-system', 'main/node/system/knows.ts', 'main/node/probes/probe.ts'],
  ['node-memory', 'main/node/memory/knows.ts', 'main/node/system/clock.ts'],
  ['node-secrets', 'main/node/secrets/knows.ts', 'main/node/store/ledger.ts'],
  ['node-sqlite', 'main/node/sqlite/knows.ts', 'main/node/store/ledger.ts'],
  ['node-received', 'main/node/received/knows.ts', 'main/node/engine/engine.ts'],
  ['node-files-have-a-room', 'main/node/loose.ts', 'shared/lib/about.ts'],
  ['node-folders-have-a-place', 'main/node/extra/new.ts', 'shared/lib/about.ts'],
  ['ingest-discovery', 'main/node/ingest/discovery/knows.ts', 'main/node/ingest/watching/watch.ts'],
  ['ingest-wasm', 'main/node/ingest/wasm/knows.ts', 'main/node/ingest/lines/read.ts'],
  ['ingest-watching', 'main/node/ingest/watching/knows.ts', 'main/node/ingest/lines/read.ts'],
  ['ingest-lines', 'main/node/ingest/lines/knows.ts', 'main/node/ingest/threads/worker.ts'],
  ['ingest-documents', 'main/node/ingest/documents/knows.ts', 'main/node/ingest/lines/read.ts'],
  ['ingest-databases', 'main/node/ingest/databases/knows.ts', 'main/node/ingest/documents/read.ts'],
  ['ingest-threads', 'main/node/ingest/threads/knows.ts', 'main/node/ingest/watching/watch.ts'],
  ['engine-worker', 'main/node/engine/worker/knows.ts', 'main/node/engine/usage/read.ts'],
  ['engine-ledger', 'main/node/engine/ledger/knows.ts', 'main/node/engine/usage/read.ts'],
  ['engine-processes', 'main/node/engine/processes/knows.ts', 'main/node/engine/upkeep/watch.ts'],
  ['engine-usage', 'main/node/engine/usage/knows.ts', 'main/node/engine/forecasts/forecast.ts'],
  ['engine-forecasts', 'main/node/engine/forecasts/knows.ts', 'main/node/engine/usage/read.ts'],
  ['engine-upkeep', 'main/node/engine/upkeep/knows.ts', 'main/node/engine/answers/answer.ts'],
  ['engine-live', 'main/node/engine/live/knows.ts', 'main/node/engine/answers/answer.ts'],
  ['engine-answers', 'main/node/engine/answers/knows.ts', 'main/node/engine/live/live.ts'],
  ['engine-folders-have-a-place', 'main/node/engine/extra/new.ts', 'shared/lib/about.ts'],
  ['store-files', 'main/node/store/files/knows.ts', 'main/node/store/tables/read.ts'],
  ['store-names', 'main/node/store/names/knows.ts', 'main/node/store/tables/read.ts'],
  ['store-tables', 'main/node/store/tables/knows.ts', 'main/node/store/schema/read.ts'],
  ['store-schema', 'main/node/store/schema/knows.ts', 'main/node/store/recovery/read.ts'],
  ['store-recovery', 'main/node/store/recovery/knows.ts', 'main/node/store/extra/read.ts'],
  ['store-folders-have-a-place', 'main/node/store/extra/new.ts', 'shared/lib/about.ts'],
  ['host-access', 'main/node/host/access/knows.ts', 'main/node/host/serving/serve.ts'],
  ['host-clients', 'main/node/host/clients/knows.ts', 'main/node/host/engine/view.ts'],
  ['host-secrets', 'main/node/host/secrets/knows.ts', 'main/node/host/alerts/alert.ts'],
  ['host-settings', 'main/node/host/settings/knows.ts', 'main/node/host/engine/view.ts'],
  ['host-error-reports', 'main/node/host/error-reports/knows.ts', 'main/node/host/engine/view.ts'],
  ['host-engine', 'main/node/host/engine/knows.ts', 'main/node/host/alerts/alert.ts'],
  ['host-statusline', 'main/node/host/statusline/knows.ts', 'main/node/host/alerts/alert.ts'],
  ['host-alerts', 'main/node/host/alerts/knows.ts', 'main/node/host/calls/answer.ts'],
  ['host-calls', 'main/node/host/calls/knows.ts', 'main/node/host/clients/client.ts'],
  ['host-serving', 'main/node/host/serving/knows.ts', 'main/node/host/calls/answer.ts'],
  ['host-folders-have-a-place', 'main/node/host/extra/new.ts', 'shared/lib/about.ts'],
  ['host-rooms-know-no-composition', 'main/node/host/alerts/opens.ts', 'main/node/host/host.ts'],
  ['ingest-folders-have-a-place', 'main/node/ingest/extra/new.ts', 'shared/lib/about.ts'],
  ['server-receiver', 'main/server/receiver/knows.ts', 'main/server/api/answer.ts'],
  ['server-access', 'main/server/access/knows.ts', 'main/server/api/answer.ts'],
  ['server-api', 'main/server/api/knows.ts', 'main/server/other/thing.ts'],
  ['server-metrics', 'main/server/metrics/knows.ts', 'main/server/api/answer.ts'],
  ['server-mcp', 'main/server/mcp/knows.ts', 'main/server/api/answer.ts'],
  ['server-otlp', 'main/server/otlp/knows.ts', 'main/server/api/answer.ts'],
  ['server-proxy', 'main/server/proxy/knows.ts', 'main/server/otlp/answer.ts'],
  ['server-otlp-out', 'main/server/otlp-out/knows.ts', 'main/server/api/answer.ts'],
  ['server-tls', 'main/server/tls/knows.ts', 'main/server/api/answer.ts'],
  ['server-web', 'main/server/web/knows.ts', 'main/server/api/answer.ts'],
  ['server-folders-have-a-place', 'main/server/extra/new.ts', 'shared/lib/about.ts'],
  ['server-files-have-a-room', 'main/server/loose.ts', 'shared/lib/about.ts'],
  ['server-settings', 'main/server/settings/knows.ts', 'main/server/api/answer.ts'],
  ['server-http', 'main/server/http/knows.ts', 'main/server/routes/add-web.ts'],
  ['server-routes', 'main/server/routes/knows.ts', 'main/server/serving/http-app.ts'],
  ['server-serving', 'main/server/serving/knows.ts', 'main/server/programs/serve.ts'],
  ['server-programs', 'main/server/programs/knows.ts', 'main/server/routes/add-web.ts'],
  ['electron-app', 'main/electron/app/knows.ts', 'main/electron/windows/window.ts'],
  ['electron-system', 'main/electron/system/knows.ts', 'main/electron/tray/icon.ts'],
  ['electron-settings', 'main/electron/settings/knows.ts', 'main/electron/tray/icon.ts'],
  ['electron-security', 'main/electron/security/knows.ts', 'main/electron/ipc/binder.ts'],
  ['electron-login', 'main/electron/login/knows.ts', 'main/electron/tray/icon.ts'],
  ['electron-notifications', 'main/electron/notifications/knows.ts', 'main/electron/tray/icon.ts'],
  ['electron-tray', 'main/electron/tray/knows.ts', 'main/electron/windows/window.ts'],
  ['electron-ipc', 'main/electron/ipc/knows.ts', 'main/electron/tray/icon.ts'],
  ['electron-windows', 'main/electron/windows/knows.ts', 'main/electron/ipc/binder.ts'],
  ['electron-folders-have-a-place', 'main/electron/extra/new.ts', 'shared/lib/about.ts'],
  ['electron-rooms-know-no-composition', 'main/electron/tray/shell.ts', 'main/electron/shell.ts'],
  ['transports-stand-on-the-host', 'main/electron/short-cut.ts', 'main/node/engine/engine.ts'],
  ['transports-apart', 'main/server/window.ts', 'main/electron/tray.ts'],
  ['electron-not-renderer', 'main/electron/page.ts', 'renderer/ui/button.ts'],
  ['electron-not-preload', 'main/electron/load.ts', 'main/preload/index.ts'],
  ['nobody-imports-the-entry', 'main/electron/again.ts', 'main/index.ts'],
  ['preload-only-contract', 'main/preload/index.ts', 'shared/domain/money.ts'],
  ['renderer-not-main', 'renderer/state/host.ts', 'main/node/engine/engine.ts'],
  ['renderer-without-node', 'renderer/state/file.ts', 'node:fs'],
  ['renderer-shared-folders', 'renderer/features/usage/sum.ts', 'shared/analytics/blocks.ts'],
  ['no-feature-knows-another', 'renderer/features/usage/view.ts', 'renderer/features/limits/view.ts'],
  ['settings-sections-apart', 'renderer/features/settings/cost/knows.ts', 'renderer/features/settings/plan/view.ts'],
  ['settings-sections-apart', 'renderer/features/settings/form/knows.ts', 'renderer/features/settings/page/view.ts'],
  ['primitives-without-domain', 'renderer/ui/gauge.ts', 'renderer/state/host.ts'],
];

/** Imports that the rules allow. */
const allowed: readonly (readonly [from: string, to: string])[] = [
  ['shared/domain/plain.ts', 'shared/lib/plain.ts'],
  ['shared/ledger/plain.ts', 'shared/ports/plain.ts'],
  ['shared/sources/gemini/parse.ts', 'shared/sources/lib/json.ts'],
  ['shared/contract/plain.ts', 'shared/snapshot/plain.ts'],
  ['main/node/system/plain.ts', 'shared/ledger/plain.ts'],
  ['main/node/system/file.ts', 'node:fs'],
  ['main/node/engine/plain.ts', 'main/node/store/plain.ts'],
  ['main/node/cli/plain.ts', 'main/node/host/plain.ts'],
  ['main/node/store/plain.ts', 'main/node/sqlite/plain.ts'],
  ['main/node/host/serving/plain.ts', 'main/node/host/plain.ts'],
  ['main/node/host/alerts/plain.ts', 'main/node/host/messages.ts'],
  ['main/node/ingest/lines/plain.ts', 'main/node/ingest/wasm/plain.ts'],
  ['main/node/ingest/lines/file.ts', 'main/node/ingest/plain.ts'],
  ['main/electron/plain.ts', 'main/node/system/plain.ts'],
  ['main/electron/plain.ts', 'main/electron/tray/plain.ts'],
  ['main/electron/windows/plain.ts', 'main/electron/security/plain.ts'],
  ['main/preload/plain.ts', 'shared/contract/plain.ts'],
  ['renderer/features/usage/plain.ts', 'shared/contract/plain.ts'],
  ['renderer/features/settings/cost/plain.ts', 'renderer/features/settings/form/plain.ts'],
  ['renderer/popover/plain.ts', 'renderer/features/usage/plain.ts'],
];

describe('the import rules', () => {
  let folder: string;
  let found: ReadonlySet<string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fuelgauge-imports-'));
    const imports = new Map<string, string[]>([['shared/lib/round.ts', ['shared/lib/about.ts']]]);
    for (const [from, to] of [...violations.map(([, from, to]) => [from, to] as const), ...allowed]) {
      imports.set(from, [...(imports.get(from) ?? []), to]);
      if (to.includes('/') && !to.startsWith('.')) imports.set(to, imports.get(to) ?? []);
    }
    for (const [file, targets] of imports) await writeModule(folder, file, targets);
    found = await findViolations(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are each broken once in this test', () => {
    const proved = new Set(violations.map(([rule]) => rule));
    // Nothing in shared is above the contract; shared-stays-inside covers everything outside.
    expect(config.forbidden.map((rule) => rule.name).filter((name) => !proved.has(name))).toEqual(['shared-contract']);
  });

  it.each(violations)('%s rejects %s -> %s', (rule, from, to) => {
    expect([...found]).toContain(`${rule}: ${from} -> ${to.replace('node:', '')}`);
  });

  it.each(allowed)('allow %s -> %s', (from, to) => {
    expect([...found].filter((entry) => entry.endsWith(`: ${from} -> ${to.replace('node:', '')}`))).toEqual([]);
  });
});

async function writeModule(folder: string, file: string, targets: readonly string[]): Promise<void> {
  const lines = targets.map((target, index) => {
    const path = relative(dirname(file), target).replaceAll('\\', '/');
    const specifier =
      !target.includes('/') || target.startsWith('.') ? target : path.startsWith('.') ? path : `./${path}`;
    return `import * as used${index} from '${specifier}'; export const kept${index} = used${index};`;
  });
  await mkdir(join(folder, dirname(file)), { recursive: true });
  await writeFile(join(folder, file), `${lines.join('\n')}\nexport const own = 1;\n`);
}

async function findViolations(baseDir: string): Promise<ReadonlySet<string>> {
  const { output } = await cruise(['shared', 'main', 'renderer', 'test'], {
    ...config.options,
    baseDir,
    validate: true,
    ruleSet: config as unknown as IFlattenedRuleSet,
  });
  const { summary } = output as ICruiseResult;
  return new Set(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`));
}
