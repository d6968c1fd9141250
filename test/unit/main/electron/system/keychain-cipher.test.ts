import { describe, expect, it } from 'vitest';
import { createKeychainCipher, type Keychain } from '../../../../../main/electron/system/keychain-cipher.ts';

const toKeychain = (isAvailable: boolean, backend?: string): Keychain => ({
  isEncryptionAvailable: () => isAvailable,
  encryptString: (text) => Buffer.from(`sealed:${text}`),
  decryptString: (bytes) => bytes.toString().slice('sealed:'.length),
  ...(backend && { getSelectedStorageBackend: () => backend as never }),
});

describe('createKeychainCipher', () => {
  it('encrypts with the keychain, and says so', () => {
    const cipher = createKeychainCipher(toKeychain(true, 'gnome_libsecret'));
    const stored = cipher.encrypt('secret');
    expect([cipher.place, stored.includes('secret'), cipher.decrypt(stored)]).toEqual(['keychain', false, 'secret']);
  });

  it.runIf(process.platform === 'linux')('says plainly that a key everybody knows protects nothing', () => {
    expect(createKeychainCipher(toKeychain(true, 'basic_text')).place).toBe('plain-keychain');
  });

  it('leaves the protection to the file where there is no encryption', () => {
    const cipher = createKeychainCipher(toKeychain(false));
    expect([cipher.place, cipher.encrypt('a'), cipher.decrypt('a')]).toEqual(['file', 'a', 'a']);
  });
});
