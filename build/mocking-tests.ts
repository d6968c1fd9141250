/** Unit tests that replace or reload modules. Each of these files gets its own module instances, so that others are not affected. */
export const mockingTests = [
  'test/unit/main/electron/ipc/binder.test.ts',
  'test/unit/main/electron/system/show-folder.test.ts',
  'test/unit/main/electron/tray/tray.test.ts',
  'test/unit/main/node/cli/output/long-table.test.ts',
  'test/unit/main/node/ingest/watching/watch-folders.test.ts',
  'test/unit/main/preload/index.test.ts',
  'test/unit/renderer/features/settings/data/about-numbers.test.ts',
  'test/unit/shared/contract/new-call.test.ts',
] as const;
