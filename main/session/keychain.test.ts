import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OFFICER } from '../cache/cache.testkit.ts';
import { openKeychain } from './keychain.ts';
import { Vault } from './vault.ts';

const RELAY = 'https://relay.example';
const TOKEN = 'k'.repeat(43);
const SELF = { ...OFFICER, login: 'dupont', role: 'officer', capacity: 5 } as const;

/** Against the real keychain of the session in which the tests run (`npm test` makes one). */
async function realKeychain() {
  const keychain = await openKeychain();
  if (keychain.kind !== 'usable') {
    throw new Error(
      `no keychain answers here (${keychain.kind}): run the tests with "npm test", which starts one`,
    );
  }
  return keychain;
}

describe('the operating system’s keychain', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'permanence-vault-'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is trusted after a write and a read-back, and gives back what it keeps', async () => {
    const { secrets } = await realKeychain();
    const name = `test/${folder}`;
    await secrets.write(name, 'secret');
    expect(await secrets.read(name)).toBe('secret');
    await secrets.remove(name);
    expect(await secrets.read(name)).toBeNull();
  });

  it('is taken as proven by something an earlier start wrote, and by nothing else', async () => {
    const { secrets } = await realKeychain();
    const name = `test/${folder}`;
    expect((await openKeychain(name)).kind).toBe('usable');
    await secrets.write(name, 'secret');
    expect((await openKeychain(name)).kind).toBe('usable');
    await secrets.remove(name);
  });

  it('keeps a session and a key for one desk, apart from another desk’s', async () => {
    const keychain = await realKeychain();
    const vault = new Vault({ keychain, relay: RELAY, folder });
    const other = new Vault({ keychain, relay: RELAY, folder: `${folder}/other` });
    const session = { token: TOKEN, self: SELF, expiresAt: 1 };
    await vault.keepSession(session);
    expect(await vault.session()).toEqual(session);
    expect(await other.session()).toBeNull();
    const file = vault.cacheFile(SELF.officer);
    const key = await vault.makeCacheKey(file);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await vault.cacheKey(file)).toBe(key);
    expect(await other.cacheKey(other.cacheFile(SELF.officer))).toBeNull();
    await vault.forgetCacheKey(file);
    await vault.forgetSession();
    expect(await vault.cacheKey(file)).toBeNull();
    expect(await vault.session()).toBeNull();
  });

  it('a file’s name tells neither relay nor officer', () => {
    const vault = new Vault({ keychain: { kind: 'none' }, relay: RELAY, folder });
    expect(vault.cacheFile(SELF.officer)).toMatch(/\/cache\/[0-9a-f]{32}\.db$/);
    expect(vault.cacheFile(SELF.officer)).not.toContain(SELF.officer);
  });

  it('a secret of another shape than ours is no session and no key', async () => {
    const keychain = await realKeychain();
    const vault = new Vault({ keychain, relay: RELAY, folder });
    const file = vault.cacheFile(SELF.officer);
    await vault.makeCacheKey(file);
    const secrets = { ...keychain.secrets, read: async () => '{"token":"short"}' };
    const broken = new Vault({ keychain: { kind: 'usable', secrets }, relay: RELAY, folder });
    expect(await broken.session()).toBeNull();
    expect(await broken.cacheKey(file)).toBeNull();
    await vault.forgetCacheKey(file);
  });

  it('is not there without a session bus, which reading alone would never say', async () => {
    // In a process of its own: a connection, once made, is kept.
    const script =
      "const { openKeychain } = await import('./keychain.ts'); console.log(await openKeychain())";
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: import.meta.dirname,
      env: { HOME: folder, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' },
    });
    expect(stdout.trim()).toBe("{ kind: 'none' }");
  });

  it('is not trusted when it keeps its collection in plain text', async () => {
    await realKeychain();
    const keyrings = join(folder, 'keyrings');
    mkdirSync(keyrings);
    writeFileSync(join(keyrings, 'default'), 'open');
    writeFileSync(join(keyrings, 'open.keyring'), '[keyring]\ndisplay-name=open\n');
    vi.stubEnv('XDG_DATA_HOME', folder);
    expect(await openKeychain()).toEqual({ kind: 'plaintext' });
    writeFileSync(join(keyrings, 'open.keyring'), 'GnomeKeyring\n\r\0\n');
    expect((await openKeychain()).kind).toBe('usable');
  });
});

describe('without a keychain', () => {
  it('a vault keeps nothing, and makes no key', async () => {
    const vault = new Vault({ keychain: { kind: 'none' }, relay: RELAY, folder: '/nowhere' });
    await vault.keepSession({ token: TOKEN, self: SELF, expiresAt: 1 });
    expect(await vault.session()).toBeNull();
    expect(await vault.makeCacheKey(vault.cacheFile(SELF.officer))).toBeNull();
  });
});
