import { readTestDesktops } from '../../build/lib/test-desktops.ts';

// The tests run on the desktop of their worker, if desktops were started for them.
Object.assign(process.env, readTestDesktops()[Number(process.env['VITEST_POOL_ID']) - 1]);
