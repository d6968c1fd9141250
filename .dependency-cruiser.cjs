/**
 * Who may import whom. The law and its reasons: .github/adr/ and CONTRIBUTING.md. `test/unit/architecture` proves that
 * each rule bites. Paths are relative to the repository's root.
 */

const middle = ['pricing', 'sources', 'ledger', 'analytics', 'processes', 'alerts', 'refresh'];

/** In the pure core, lower floors know nothing of the higher ones; neighbours on a floor do not know each other. */
const floors = {
  lib: [],
  domain: ['lib'],
  ports: ['lib', 'domain'],
  format: ['lib', 'domain', 'ports'],
  ...Object.fromEntries(middle.map((name) => [name, ['lib', 'domain', 'ports', 'format']])),
  messages: ['lib', 'domain', 'ports', 'format'],
  settings: ['lib', 'domain', 'ports', 'format', ...middle],
  snapshot: ['lib', 'domain', 'ports', 'format', ...middle, 'messages', 'settings'],
  contract: ['lib', 'domain', 'ports', 'format', ...middle, 'messages', 'settings', 'snapshot'],
};

function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

module.exports = {
  forbidden: [
    forbid('no-circular', 'A cycle has no lower part that can be understood first.', {}, { circular: true }),
    forbid('no-unresolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    forbid(
      'no-test-in-product',
      'The product does not know its tests, nor the scripts that build it.',
      {
        path: '^(shared|main|renderer)/',
      },
      { path: '^(test|build)/' },
    ),

    forbid(
      'shared-stays-inside',
      'shared is the pure core: it imports nothing from outside itself.',
      {
        path: '^shared/',
      },
      { path: '^(main|renderer)/' },
    ),
    forbid(
      'shared-is-pure',
      'No Node, no Electron, and of all packages only the validator.',
      {
        path: '^shared/',
      },
      { dependencyTypesNot: ['local', 'type-only', 'type-import'], pathNot: '^(shared/|node_modules/valibot/)' },
    ),
    ...Object.entries(floors).map(([floor, below]) =>
      forbid(
        `shared-floor-${floor}`,
        `shared/${floor} may import ${below.length === 0 ? 'nothing else of shared' : `only ${below.join(', ')}`}.`,
        { path: `^shared/${floor}/` },
        { path: '^shared/', pathNot: `^shared/(${[floor, ...below].join('|')})/` },
      ),
    ),
    forbid(
      'shared-floors-are-known',
      'A new folder in shared needs its place among the floors.',
      {
        path: '^shared/[^/]+/',
        pathNot: `^shared/(${Object.keys(floors).join('|')})/`,
      },
      { path: '.' },
    ),
    forbid(
      'no-source-knows-another',
      'Each agent can be read, and removed, on its own; what they share is in sources/lib.',
      {
        path: '^shared/sources/([^/]+)/',
      },
      { path: '^shared/sources/[^/]+/', pathNot: ['^shared/sources/$1/', '^shared/sources/lib/'] },
    ),

    forbid(
      'node-without-electron',
      'main/node serves the command line too, on machines without a screen.',
      {
        path: '^main/node/',
      },
      { path: '^(main/(?!node/)|renderer/|node_modules/electron/)|^electron$' },
    ),
    forbid(
      'electron-not-renderer',
      'The main process knows pages by their address only.',
      {
        path: '^main/',
      },
      { path: '^renderer/' },
    ),
    forbid(
      'electron-not-preload',
      'The preload script is a program of its own.',
      {
        path: '^main/(?!preload/)',
      },
      { path: '^main/preload/' },
    ),
    forbid('nobody-imports-the-entry', 'main/index.ts is wiring, not a library.', {}, { path: '^main/index\\.ts$' }),
    forbid(
      'preload-only-contract',
      'The preload script is bundled alone and runs sandboxed.',
      {
        path: '^main/preload/',
      },
      { path: '.', pathNot: '^(main/preload/|shared/contract/|node_modules/electron/)|^electron$' },
    ),

    forbid(
      'renderer-not-main',
      'Pages reach the host through the bridge only.',
      {
        path: '^renderer/',
      },
      { path: '^(main/|node_modules/electron/)|^electron$' },
    ),
    forbid('renderer-without-node', 'Pages run in a browser.', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    forbid(
      'renderer-shared-folders',
      'Pages show what the engine computed; they do not compute it again.',
      {
        path: '^renderer/',
      },
      { path: '^shared/', pathNot: '^shared/(contract|snapshot|settings|domain|format|messages|lib)/' },
    ),
    forbid(
      'no-feature-knows-another',
      'Features are put together by the pages, not by each other.',
      {
        path: '^renderer/features/([^/]+)/',
      },
      { path: '^renderer/features/[^/]+/', pathNot: '^renderer/features/$1/' },
    ),
    forbid(
      'primitives-without-domain',
      'ui and charts could be used by any app.',
      {
        path: '^renderer/(ui|charts)/',
      },
      { path: '^renderer/(features|state|bridge|popover|history)/' },
    ),
  ],
  options: {
    doNotFollow: { path: '^(node_modules|dist)/' },
    exclude: { path: '^(dist|release)/' },
    // Types bind as tightly as values do.
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
