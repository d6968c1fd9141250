/** Unit tests that replace a module, or load modules anew: each of these files has modules of its own, which no other test meets. */
export const mockingTests = [
  'test/unit/main/electron/ipc/binder.test.ts',
  'test/unit/main/electron/show-folder.test.ts',
  'test/unit/main/electron/tray/tray.test.ts',
  'test/unit/main/node/cli/output/long-table.test.ts',
  'test/unit/main/node/ingest/watching/watch-folders.test.ts',
  'test/unit/main/preload/index.test.ts',
  'test/unit/renderer/features/settings/diagnosis.test.ts',
  'test/unit/shared/contract/new-call.test.ts',
] as const;
