import type { AnswerOf, DesktopCalls } from '../../../shared/contract/index.ts';
import { messages } from '../../messages.ts';

const { encryption: words } = messages.settings;

/** What the settings say of the encryption of names. */
export interface EncryptionView {
  readonly state: string;
  /** Sentences on how it is now, and on what to do. */
  readonly facts: readonly string[];
  /** What to run; null where the key comes from the environment, which the person changes there. */
  readonly command: string | null;
  /** What comes of running it, and what may be lost. */
  readonly consequences: readonly string[];
}

/** Builds it. The command is `on` where names are plain, `off` where they are encrypted with a key that Fuelgauge keeps. */
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
