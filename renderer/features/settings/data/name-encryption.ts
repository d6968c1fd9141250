import type { AnswerOf, DesktopCalls } from '../../../../shared/contract/index.ts';
import { messages } from '../../../messages.ts';

const { encryption: words } = messages.settings;

/** The encryption of names, ready to show in the settings. */
export interface EncryptionView {
  readonly state: string;
  /** Sentences about the current state, and what to do. */
  readonly facts: readonly string[];
  /** The command to run; null where running one would not help: without the key, or with one from the environment. */
  readonly command: string | null;
  /** What to know before running it, and what may be lost. */
  readonly consequences: readonly string[];
}

/** Builds the view. The command is `on` where names are plain, `off` where they are encrypted with a key that Fuelgauge stores. */
export function toEncryptionView({ names, key, setAside }: AnswerOf<DesktopCalls, 'encryption'>): EncryptionView {
  const isPlain = names === 'plain' || names === 'none';
  const facts = [words.facts[names], ...(key === null ? [] : [words.keys[key]])];
  const kept = setAside > 0 && !isPlain ? [words.setAside(setAside)] : [];
  if (isPlain) {
    return {
      ...{ state: words.off, facts: [...facts, words.howOn], command: words.commands.on },
      consequences: [words.quitFirst, words.loss, words.notCovered],
    };
  }
  const isOurs = key === 'file' || key === 'plain-keychain' || key === 'keychain';
  return {
    state: names === 'locked' ? words.locked : words.on,
    facts: [...facts, ...kept],
    command: isOurs && names !== 'locked' ? words.commands.off : null,
    consequences:
      names === 'locked' ? [words.loss] : [...(isOurs ? [words.quitFirst] : []), words.loss, words.notCovered],
  };
}
