import { createFakeTransport } from './fake-transport.ts';

/**
 * Puts a fake host where the preload script would put the real one. Loaded before a page's own script (see `plugin.ts`); the
 * address names the scenario, as in `?scenario=critical`.
 */
const scenario = new URLSearchParams(location.search).get('scenario') ?? 'normal';
const fake = createFakeTransport(scenario);
Object.assign(window, { fuelgauge: fake.transport, fuelgaugeFake: fake.host });
