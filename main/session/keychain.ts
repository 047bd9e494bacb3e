import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { deletePassword, getPassword, setPassword } from '@napi-rs/keyring/keytar.js';

/** Everything of ours in the operating system's keychain stands under this name. */
const SERVICE = 'Permanence';
/** A keychain may ask its owner for a password first; longer than this, the desk goes on without. */
const PATIENCE = 30_000;

/** Small secrets by name. Rejects when the keychain does. */
export type Secrets = {
  read(name: string): Promise<string | null>;
  write(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<void>;
};

export type Keychain =
  | { readonly kind: 'usable'; readonly secrets: Secrets }
  /** Nobody answers, or what was written cannot be read back. */
  | { readonly kind: 'none' }
  /** It answers, and keeps what it is given in plain text. */
  | { readonly kind: 'plaintext' };

async function within<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the keychain does not answer')), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const osSecrets: Secrets = {
  read: (name) => within(getPassword(SERVICE, name)),
  write: (name, secret) => within(setPassword(SERVICE, name, secret)),
  async remove(name) {
    await within(deletePassword(SERVICE, name));
  },
};

/**
 * GNOME's keyring keeps a collection without a password in plain text (its file then begins with
 * `[keyring]`). Only the collection in which new secrets land matters.
 */
function isPlaintext(): boolean {
  if (process.platform !== 'linux') return false;
  const folder = join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local/share'), 'keyrings');
  const chosen = join(folder, 'default');
  const name = existsSync(chosen) ? readFileSync(chosen, 'utf8').trim() : 'login';
  const file = join(folder, `${name}.keyring`);
  return existsSync(file) && readFileSync(file).subarray(0, 9).toString('latin1') === '[keyring]';
}

/**
 * Tries the operating system's keychain before anything is trusted to it: without a daemon reading answers
 * `null` in silence, so only a write and a read-back prove that somebody is there. Something found under
 * `known`, which an earlier start wrote, proves as much and spares the officer the time.
 */
export async function openKeychain(known: string | null = null): Promise<Keychain> {
  try {
    const proven = known !== null && (await osSecrets.read(known)) !== null;
    if (!proven && !(await isWritable())) return { kind: 'none' };
    return isPlaintext() ? { kind: 'plaintext' } : { kind: 'usable', secrets: osSecrets };
  } catch {
    return { kind: 'none' };
  }
}

async function isWritable(): Promise<boolean> {
  const name = `probe/${randomBytes(8).toString('hex')}`;
  const secret = randomBytes(16).toString('hex');
  await osSecrets.write(name, secret);
  const back = await osSecrets.read(name);
  await osSecrets.remove(name);
  return back === secret;
}
