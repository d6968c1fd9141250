/**
 * Who may import whom; .github/ARCHITECTURE.md shows it as a whole. `test/unit/architecture` breaks every rule once and
 * checks that it is reported. Paths are relative to the repository's root.
 */

const middle = [
  'activity',
  'pricing',
  'sources',
  'ledger',
  'analytics',
  'limits',
  'forecast',
  'processes',
  'alerts',
  'refresh',
];

/** The layers of the pure core: each with those that it may import. Neighbours on a layer do not know each other. */
const sharedLayers = {
  lib: [],
  domain: ['lib'],
  ports: ['lib', 'domain'],
  ...Object.fromEntries(middle.map((name) => [name, ['lib', 'domain', 'ports']])),
  // Every source says how its own processes look.
  processes: ['lib', 'domain', 'ports', 'sources'],
  messages: ['lib', 'domain', 'ports'],
  // What a status line shows, and how.
  statusline: ['lib', 'domain', 'limits', 'messages'],
  // Imported requests are kept as lines that a source reads; imported settings become ours.
  imports: ['lib', 'domain', 'ports', 'sources', 'settings'],
  settings: ['lib', 'domain', 'ports', ...middle],
  snapshot: ['lib', 'domain', 'ports', ...middle, 'messages', 'statusline', 'settings'],
  contract: ['lib', 'domain', 'ports', ...middle, 'messages', 'statusline', 'settings', 'snapshot'],
};

/** The rooms of main/node, each with those that it may import. Nothing stands beside them. */
const nodeRooms = {
  // What all may stand on: the machine, the heap, SQLite, what is kept secret.
  system: [],
  memory: [],
  secrets: [],
  sqlite: [],
  // What servers receive, which the engine reads.
  received: ['system'],
  activity: ['ingest', 'probes', 'sqlite', 'system'],
  channels: ['secrets'],
  // Reads other tools' databases as it reads agents'.
  imports: ['ingest', 'sqlite', 'system'],
  ingest: ['memory', 'sqlite', 'system'],
  prices: ['system'],
  probes: ['system'],
  // Runs a command and measures it.
  run: ['probes'],
  // Runs the server in the background.
  service: ['system'],
  statusline: ['system'],
  hooks: ['statusline'],
  store: ['secrets', 'sqlite'],
  // Shows the terminal of an agent.
  terminals: ['probes', 'system'],
  engine: [
    ...['activity', 'imports', 'ingest', 'prices', 'probes', 'statusline', 'store', 'terminals'],
    ...['memory', 'received', 'secrets', 'sqlite', 'system'],
  ],
  host: ['channels', 'engine', 'hooks', 'imports', 'probes', 'secrets', 'statusline', 'system'],
  cli: ['hooks', 'host', 'imports', 'prices', 'run', 'service', 'statusline', 'system'],
};

/** The rooms of main/node/ingest. What they share (an open file, a batch of records) stands beside them. */
const ingestRooms = {
  discovery: [],
  wasm: [],
  watching: ['discovery'],
  lines: ['discovery', 'wasm'],
  documents: ['discovery'],
  databases: ['discovery'],
  threads: ['discovery', 'lines'],
};

/** The rooms of main/node/engine. What puts them together, and what all of them need, stands beside them. */
const engineRooms = {
  worker: [],
  ledger: [],
  processes: [],
  usage: ['ledger'],
  forecasts: ['ledger'],
  upkeep: ['ledger', 'processes'],
  live: ['ledger', 'usage', 'forecasts'],
  answers: ['ledger', 'usage', 'forecasts', 'processes', 'upkeep'],
};

/** The rooms of main/node/store. What opens a ledger and puts it together stands beside them. */
const storeRooms = {
  files: [],
  names: [],
  tables: ['names'],
  schema: ['names', 'tables'],
  recovery: ['files', 'names', 'tables', 'schema'],
};

/** The rooms of main/node/host. What puts them together, and the sentences of the process, stand beside them. */
const hostRooms = {
  access: [],
  clients: [],
  secrets: [],
  settings: [],
  'error-reports': ['settings'],
  engine: ['error-reports'],
  statusline: ['engine'],
  alerts: ['engine', 'secrets', 'settings'],
  calls: ['alerts', 'engine', 'error-reports', 'settings'],
  serving: ['access'],
};

/** What a server is made of, one concern each. */
const serverConcerns = {
  receiver: ['access'],
  access: [],
  api: ['access'],
  metrics: [],
  mcp: [],
  otlp: [],
  'otlp-out': [],
  proxy: [],
  settings: [],
  tls: [],
  web: [],
};

/** The rooms of main/server: its concerns, then what puts them together, each with those before it. */
const serverRooms = {
  ...serverConcerns,
  http: Object.keys(serverConcerns),
  routes: [...Object.keys(serverConcerns), 'http'],
  serving: [...Object.keys(serverConcerns), 'http', 'routes'],
  programs: [...Object.keys(serverConcerns), 'serving'],
};

/** The rooms of main/electron: one concern of the system each. What puts them together stands beside them. */
const electronRooms = {
  app: [],
  system: [],
  security: [],
  login: [],
  notifications: ['app'],
  settings: ['login', 'system'],
  tray: [],
  ipc: ['security'],
  windows: ['security'],
};

function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

/** One rule for each room of a folder: it imports no other room but the ones listed. */
function separate(folder, name, rooms) {
  return Object.entries(rooms).map(([room, allowed]) =>
    forbid(
      `${name}-${room}`,
      `${folder}/${room} may import ${allowed.length === 0 ? 'no other folder' : `only ${allowed.join(', ')}`} of ${folder}.`,
      { path: `^${folder}/${room}/` },
      { path: `^${folder}/[^/]+/`, pathNot: `^${folder}/(${[room, ...allowed].join('|')})/` },
    ),
  );
}

/** A new folder needs its place in one of the tables above. */
function requirePlace(folder, name, rooms) {
  return forbid(
    name,
    `A new folder in ${folder} needs its place in .dependency-cruiser.cjs.`,
    { path: `^${folder}/[^/]+/`, pathNot: `^${folder}/(${Object.keys(rooms).join('|')})/` },
    { path: '.' },
  );
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
      'No Node, no Electron, and of all packages only the validator and, to read settings of other tools, a parser of YAML.',
      {
        path: '^shared/',
      },
      { dependencyTypesNot: ['local', 'type-only', 'type-import'], pathNot: '^(shared/|node_modules/(valibot|yaml)/)' },
    ),
    ...separate('shared', 'shared', sharedLayers),
    requirePlace('shared', 'shared-folders-have-a-place', sharedLayers),
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
    ...separate('main/node', 'node', nodeRooms),
    requirePlace('main/node', 'node-folders-have-a-place', nodeRooms),
    forbid(
      'node-files-have-a-room',
      'A path says what a file of main/node is for and may touch; its room in .dependency-cruiser.cjs holds it to that.',
      { path: '^main/node/[^/]+$' },
      { path: '.' },
    ),
    ...separate('main/node/ingest', 'ingest', ingestRooms),
    requirePlace('main/node/ingest', 'ingest-folders-have-a-place', ingestRooms),

    ...separate('main/node/engine', 'engine', engineRooms),
    requirePlace('main/node/engine', 'engine-folders-have-a-place', engineRooms),
    ...separate('main/node/store', 'store', storeRooms),
    requirePlace('main/node/store', 'store-folders-have-a-place', storeRooms),
    ...separate('main/node/host', 'host', hostRooms),
    requirePlace('main/node/host', 'host-folders-have-a-place', hostRooms),
    forbid(
      'host-rooms-know-no-composition',
      'The files that put the host together import the rooms. Only what serves a host knows the whole of it.',
      { path: '^main/node/host/(?!serving/)[^/]+/' },
      { path: '^main/node/host/(?!messages\\.ts$)[^/]+$' },
    ),
    ...separate('main/server', 'server', serverRooms),
    requirePlace('main/server', 'server-folders-have-a-place', serverRooms),
    forbid(
      'server-files-have-a-room',
      'A path says what a file of main/server is for and may import; its room in .dependency-cruiser.cjs holds it to that.',
      { path: '^main/server/[^/]+$' },
      { path: '.' },
    ),
    ...separate('main/electron', 'electron', electronRooms),
    requirePlace('main/electron', 'electron-folders-have-a-place', electronRooms),
    forbid(
      'electron-rooms-know-no-composition',
      'The files that put the app together import the rooms, never the other way round.',
      { path: '^main/electron/[^/]+/' },
      { path: '^main/electron/[^/]+$' },
    ),
    forbid(
      'transports-stand-on-the-host',
      'A transport carries calls and events; what they mean is in main/node/host. It may know the machine it runs on.',
      { path: '^main/(electron|server)/' },
      { path: '^main/node/', pathNot: '^main/node/(host|system|memory|received)/' },
    ),
    forbid(
      'transports-apart',
      'The desktop and the server know nothing of each other.',
      { path: '^main/(electron|server)/' },
      { path: '^main/(electron|server)/', pathNot: '^main/$1/' },
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
    forbid(
      'nobody-imports-the-entry',
      'main/index.ts and main/cli.ts are wiring, not libraries.',
      {},
      { path: '^main/(index|cli)\\.ts$' },
    ),
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
      { path: '^shared/', pathNot: '^shared/(contract|snapshot|settings|domain|messages|lib)/' },
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
      'settings-sections-apart',
      'Each section of the settings stands on form/ alone; Settings.svelte puts them together.',
      { path: '^renderer/features/settings/([^/]+)/' },
      {
        path: '^renderer/features/settings/',
        pathNot: ['^renderer/features/settings/$1/', '^renderer/features/settings/form/'],
      },
    ),
    forbid(
      'primitives-without-domain',
      'ui and charts could be used by any app.',
      {
        path: '^renderer/(ui|charts)/',
      },
      { path: '^renderer/(features|state|bridge|popover|main-window|gauge|gallery|web)/' },
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
