import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { SessionToken } from '../../protocol/http.ts';
import { type Id, Time } from '../../protocol/ids.ts';
import { OfficerSelf } from '../../protocol/officer.ts';
import { CacheKey } from '../cache/operations.ts';
import type { Keychain, Secrets } from './keychain.ts';

/** What the keychain holds of a session: enough to show the cache before the relay answers. */
export const StoredSession = z.strictObject({ token: SessionToken, self: OfficerSelf, expiresAt: Time });
export type StoredSession = z.infer<typeof StoredSession>;

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}

export type VaultOptions = {
  readonly keychain: Keychain;
  readonly relay: string;
  /** The desk's data folder: two desks of one account on one workstation share nothing. */
  readonly folder: string;
};

/** What opens a cache file: its key, and that of a rotation whose end is not settled. Null: there is none. */
export type CacheKeys = { readonly known: string | null; readonly next: string | null };

/** The name under which a desk keeps its session. */
export function sessionName(folder: string, relay: string): string {
  return `session/${digest(folder, relay)}`;
}

/**
 * The desk's secrets: the session's token and the caches' keys, in the operating system's keychain and
 * nowhere else. Without one, nothing is kept: the token lives in memory, the cache too.
 */
export class Vault {
  readonly keychain: Keychain['kind'];
  readonly #secrets: Secrets | null;
  readonly #session: string;
  /** Always the same name: what a slow keychain keeps of it after all is overwritten by the next one. */
  readonly #probe: string;
  readonly #folder: string;
  readonly #relay: string;

  constructor({ keychain, relay, folder }: VaultOptions) {
    this.keychain = keychain.kind;
    this.#secrets = keychain.kind === 'usable' ? keychain.secrets : null;
    this.#session = sessionName(folder, relay);
    this.#probe = `probe/${digest(folder, relay)}`;
    this.#folder = join(folder, 'cache');
    this.#relay = relay;
  }

  /** Where the caches are. */
  get cacheFolder(): string {
    return this.#folder;
  }

  /** The cache file of an officer: its name tells neither who nor where. */
  cacheFile(officer: Id): string {
    return join(this.#folder, `${digest(this.#relay, officer)}.db`);
  }

  #keyName(file: string): string {
    return `cache/${digest(file)}`;
  }

  #nextName(file: string): string {
    return `cache-next/${digest(file)}`;
  }

  async session(): Promise<StoredSession | null> {
    // A keychain that does not answer keeps it for another start: at this one the officer signs in again.
    const text = await this.#read(this.#session).catch(() => null);
    if (text === null) return null;
    try {
      const parsed = StoredSession.safeParse(JSON.parse(text));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  }

  async keepSession(session: StoredSession): Promise<void> {
    // A keychain that refuses leaves the session in memory: the officer signs in again at the next start.
    await this.#secrets?.write(this.#session, JSON.stringify(session)).catch(() => undefined);
  }

  async forgetSession(): Promise<void> {
    await this.#secrets?.remove(this.#session).catch(() => undefined);
  }

  /**
   * The keys of a cache file; null when the keychain refuses or does not answer in time. That it holds none is no proof:
   * without its daemon it says so in silence.
   */
  async keys(file: string): Promise<CacheKeys | null> {
    try {
      return { known: await this.cacheKey(file), next: await this.nextKey(file) };
    } catch {
      return null;
    }
  }

  /** The same, read between a write and its read-back: what is not there is lost. Null when nobody answers. */
  async provenKeys(file: string): Promise<CacheKeys | null> {
    const secret = randomBytes(32).toString('hex');
    if (!(await this.#write(this.#probe, secret))) return null;
    const keys = await this.keys(file);
    const back = await this.#read(this.#probe).catch(() => null);
    await this.#secrets?.remove(this.#probe).catch(() => undefined);
    return back === secret ? keys : null;
  }

  /** The key of a cache file, or null when there is none (any more). Rejects when the keychain does. */
  async cacheKey(file: string): Promise<string | null> {
    return this.#key(this.#keyName(file));
  }

  /** A new key for a cache file, trusted only after it was read back; null when it cannot be kept. */
  async makeCacheKey(file: string): Promise<string | null> {
    return this.#make(this.#keyName(file));
  }

  /** The key that a rotation was about to give the file, or null: afterwards there is none. Rejects as `cacheKey`. */
  async nextKey(file: string): Promise<string | null> {
    return this.#key(this.#nextName(file));
  }

  /** The key of a rotation to come, kept beside the present one until it is known which of them opens the file. */
  async makeNextKey(file: string): Promise<string | null> {
    return this.#make(this.#nextName(file));
  }

  /**
   * Ends a rotation: the present key is overwritten by the next one if the file is under it, and there is no next
   * one any more. What the keychain refuses is tried again at the next start, which opens the file by either.
   */
  async settleKey(file: string, next: string, changed: boolean): Promise<void> {
    if (changed) {
      if (!(await this.#write(this.#keyName(file), next))) return;
    }
    await this.#secrets?.remove(this.#nextName(file)).catch(() => undefined);
  }

  /** Without it the file is noise: this is the destruction, removing the file is the tidying up. */
  async forgetCacheKey(file: string): Promise<void> {
    for (const name of [this.#keyName(file), this.#nextName(file)]) {
      await this.#secrets?.remove(name).catch(() => undefined);
    }
  }

  async #key(name: string): Promise<string | null> {
    const parsed = CacheKey.safeParse(await this.#read(name));
    return parsed.success ? parsed.data : null;
  }

  async #make(name: string): Promise<string | null> {
    const key = randomBytes(32).toString('hex');
    return (await this.#write(name, key)) ? key : null;
  }

  /** Whether it can be read back: a keychain that takes and does not keep would cost the cache. */
  async #write(name: string, key: string): Promise<boolean> {
    try {
      await this.#secrets?.write(name, key);
      return (await this.#key(name)) === key;
    } catch {
      return false;
    }
  }

  /** Rejects when the keychain does: nothing may be taken for lost because it could not be read once. */
  async #read(name: string): Promise<string | null> {
    return (await this.#secrets?.read(name)) ?? null;
  }
}
