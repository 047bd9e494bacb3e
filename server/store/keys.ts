import { createHash, createSecretKey, randomBytes } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { seal, unseal } from './seal.ts';

/** The master key's size in bytes (AES-256). */
export const MASTER_KEY_BYTES = 32;

/**
 * A master key that wraps others. The local ones below hold 32 bytes in memory; a key management service
 * answers the same questions over its own wire, and its key never leaves it. Either may reject with
 * `KeyUnavailable`, whose message never shows any part of a key.
 */
export interface WrappingKey {
  /**
   * Names the key, and stands beside everything it wrapped: the start of a digest, or a service's key
   * version. Tells nothing of the key. At most 200 characters.
   */
  readonly id: string;
  /** `bound` is authenticated with it: unwrapping under another name fails. */
  wrap(plain: Uint8Array, bound: string): Promise<Uint8Array>;
  /** Null when this key did not wrap it, or not under that name. */
  unwrap(wrapped: Uint8Array, bound: string): Promise<Buffer | null>;
}

/** Where a master key comes from. A key management service is one more of these. */
export interface KeyProvider {
  /** Rejects with `KeyUnavailable`. */
  open(): Promise<WrappingKey>;
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

/** A key held in memory. Its id is the start of a digest: 64 bits, enough to tell keys apart. */
function localKey(bytes: Uint8Array): WrappingKey {
  if (bytes.length !== MASTER_KEY_BYTES) throw new KeyUnavailable('a master key has 32 bytes');
  const key = createSecretKey(bytes);
  return {
    id: createHash('sha256').update('permanence/master-key-id/1/').update(bytes).digest('hex').slice(0, 16),
    wrap: async (plain, bound) => seal(key, plain, bound),
    unwrap: async (wrapped, bound) => unseal(key, wrapped, bound),
  };
}

/** Reads the key from a file that only its owner may read. */
export function keyFromFile(path: string): KeyProvider {
  return {
    async open() {
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
      return localKey(parseKey(text, `the key file ${path}`));
    },
  };
}

/** Reads the key from an environment variable. */
export function keyFromEnvironment(
  variable: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): KeyProvider {
  return {
    open() {
      const text = environment[variable];
      return text === undefined || text === ''
        ? Promise.reject(new KeyUnavailable(`the environment variable ${variable} is not set`))
        : Promise.resolve().then(() => localKey(parseKey(text, `the environment variable ${variable}`)));
    },
  };
}

/** A key given as bytes: tests and benches. */
export function keyFromBytes(key: Uint8Array): KeyProvider {
  return { open: async () => localKey(key) };
}

/** Makes a key file, readable by its owner alone. Fails where one exists: a key is never overwritten. */
export async function createKeyFile(path: string): Promise<void> {
  await writeFile(path, `${randomBytes(MASTER_KEY_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
}
