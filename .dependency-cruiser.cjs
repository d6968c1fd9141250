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
  statusline: ['lib', 'domain', 'messages'],
  // Imported requests are kept as lines that a source reads.
  imports: ['lib', 'domain', 'ports', 'sources'],
  settings: ['lib', 'domain', 'ports', ...middle],
  snapshot: ['lib', 'domain', 'ports', ...middle, 'messages', 'statusline', 'settings'],
  contract: ['lib', 'domain', 'ports', ...middle, 'messages', 'statusline', 'settings', 'snapshot'],
};

/** The rooms of main/node, each with those that it may import; files beside them are open to all. */
const nodeRooms = {
  activity: ['ingest', 'probes'],
  channels: [],
  imports: [],
  ingest: [],
  prices: [],
  probes: [],
  // Runs a command and measures it.
  run: ['probes'],
  statusline: [],
  hooks: ['statusline'],
  store: [],
  engine: ['activity', 'channels', 'imports', 'ingest', 'prices', 'probes', 'statusline', 'store'],
