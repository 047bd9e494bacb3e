import { randomBytes } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';

/** The master key's size in bytes (AES-256). */
export const MASTER_KEY_BYTES = 32;

/** Where the master key comes from. A key management service is one more of these. */
export interface KeyProvider {
  /** The 32 bytes. Rejects with `KeyUnavailable`, whose message never shows any part of a key. */
  load(): Promise<Uint8Array>;
}

/** The master key could not be had: no file, bad permissions, wrong length. */
export class KeyUnavailable extends Error {
  override readonly name = 'KeyUnavailable';
}

/** A key as 64 hexadecimal digits or as base64 of 32 bytes, spaces around it ignored. */
function parseKey(text: string, origin: string): Uint8Array {
  const trimmed = text.trim();
  const key = /^[0-9a-fA-F]{64}$/.test(trimmed)
    ? Buffer.from(trimmed, 'hex')
    : /^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)
      ? Buffer.from(trimmed, 'base64')
      : null;
  if (key === null || key.length !== MASTER_KEY_BYTES) {
    throw new KeyUnavailable(`${origin} does not hold a key of ${MASTER_KEY_BYTES} bytes in hex or base64`);
  }
  return key;
}

/** Reads the key from a file that only its owner may read. */
export function keyFromFile(path: string): KeyProvider {
  return {
    async load() {
      let text: string;
      try {
        const { mode } = await stat(path);
        if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
          throw new KeyUnavailable(`the key file ${path} may be read by others: chmod 600`);
        }
        text = await readFile(path, 'utf8');
      } catch (error) {
        if (error instanceof KeyUnavailable) throw error;
        throw new KeyUnavailable(`the key file ${path} cannot be read`, { cause: error });
      }
      return parseKey(text, `the key file ${path}`);
    },
  };
}

/** Reads the key from an environment variable. */
export function keyFromEnvironment(
  variable: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): KeyProvider {
  return {
    load() {
      const text = environment[variable];
      return text === undefined || text === ''
        ? Promise.reject(new KeyUnavailable(`the environment variable ${variable} is not set`))
        : Promise.resolve().then(() => parseKey(text, `the environment variable ${variable}`));
    },
  };
}

/** A key given as bytes: tests and benches. */
export function keyFromBytes(key: Uint8Array): KeyProvider {
  return { load: () => Promise.resolve(key) };
}

/** Makes a key file, readable by its owner alone. Fails where one exists: a key is never overwritten. */
export async function createKeyFile(path: string): Promise<void> {
  await writeFile(path, `${randomBytes(MASTER_KEY_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
}
