import { expect, it } from 'vitest';
import { ofName } from '../../../../../shared/messages/fr/elide.ts';

it.each([
  ['Codex', 'de Codex'],
  ['Amp', 'd’Amp'],
  ['éditeur', 'd’éditeur'],
  ['/home/ada', 'de /home/ada'],
])('%s is “%s” behind “de”', (name, said) => {
  expect(ofName(name)).toBe(said);
});
