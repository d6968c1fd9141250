import { describe, expect, it } from 'vitest';
import { toEncryptionView } from '../../../../../../renderer/features/settings/data/name-encryption.ts';

describe('the encryption of names in the settings', () => {
  it('shows the command with what may be lost, never a switch', () => {
    const view = toEncryptionView({ names: 'plain', key: null, setAside: 2 });
    expect([view.state, view.command]).toEqual(['Not encrypted', 'fuelgauge encryption on']);
    expect(view.facts.join(' ')).toContain('run this in a terminal');
    expect(view.consequences.join(' ')).toMatch(/Quit Fuelgauge first.*Keep a copy of the key/);
  });

  it('says where the key is, and that ledgers set aside are not covered', () => {
    const view = toEncryptionView({ names: 'sealed', key: 'file', setAside: 2 });
    expect([view.state, view.command]).toEqual(['Encrypted', 'fuelgauge encryption off']);
    expect(view.facts.join(' ')).toMatch(/secrets\.json beside the ledger.*2 ledgers/);
    expect(toEncryptionView({ names: 'sealed', key: 'file', setAside: 1 }).facts.at(-1)).toMatch(/^A ledger/);
  });

  it('offers no command where the key comes from the environment', () => {
    const view = toEncryptionView({ names: 'sealed', key: 'environment', setAside: 0 });
    expect(view.command).toBeNull();
    expect(view.facts.join(' ')).toContain('FUELGAUGE_DB_KEY');
    expect(view.consequences.join(' ')).not.toContain('Quit');
  });

  it('says what still works where the key is missing, and offers nothing that could lose names', () => {
    const view = toEncryptionView({ names: 'locked', key: null, setAside: 0 });
    expect([view.state, view.command]).toEqual(['Key missing', null]);
    expect(view.facts.join(' ')).toContain('Totals are shown');
    expect(view.consequences).toHaveLength(1);
  });
});
