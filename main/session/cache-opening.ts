import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Id, Time } from '../../protocol/ids.ts';
import { isExpired, MAX_RETENTION_MONTHS } from '../../protocol/retention.ts';
import type { DeskCacheOptions } from '../cache/desk-cache.ts';
import { CacheError } from '../cache/operations.ts';
import type { ProcessCache } from '../cache/process-cache.ts';
import type { Log } from './surroundings.ts';
import type { Vault } from './vault.ts';

type Origin = DeskCacheOptions['origin'];

/**
 * Opens an officer's cache file, or says why the cache stays in memory. A file that cannot be read (wrong or
 * lost key, damage) is destroyed here and this run stays in memory, so that the desk can say all along that
 * something was lost; the next start makes a new file (docs/decisions/0006).
 */
export async function openOrigin(
  vault: Vault,
  launch: () => ProcessCache,
  officer: Id,
  log: Log,
): Promise<Origin> {
  if (vault.keychain === 'none') return { kind: 'memory', why: 'no-keychain' };
  if (vault.keychain === 'plaintext') return { kind: 'memory', why: 'plaintext-keychain' };
  const file = vault.cacheFile(officer);
  const process = launch();
  const unreadable = async (): Promise<Origin> => {
    log('cache-unreadable');
    await vault.forgetCacheKey(file);
    await process.call('erase', { file }).catch(() => undefined);
    await process.end();
    return { kind: 'memory', why: 'unreadable' };
  };
  const known = await vault.cacheKey(file);
  // The key is lost: whatever the file holds, nobody can read it any more.
  if (known === null && existsSync(file)) return unreadable();
  const key = known ?? (await vault.makeCacheKey(file));
  if (key === null) {
    await process.end();
    return { kind: 'memory', why: 'no-keychain' };
  }
  try {
    const outcome = await process.call('open', { file, key, officer });
    return outcome === 'opened' ? { kind: 'file', process, file } : await unreadable();
  } catch (error) {
    if (!(error instanceof CacheError)) throw error;
    log('cache-failed', { fault: error.fault });
    await process.end();
    return { kind: 'memory', why: 'failed' };
  }
}

/** Cache files of this desk, except one. */
function cacheFiles(folder: string, except: string | null): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => join(folder, name))
    .filter((file) => file !== except);
}

/**
 * The limit holds on a shared workstation for those who have not come back too: every other cache is opened,
 * purged and closed; empty and unreadable ones go with their keys. Where the keychain does not answer, a file
 * that nobody wrote since the limit goes unread.
 */
export async function sweepCaches(
  vault: Vault,
  launch: () => ProcessCache,
  except: string | null,
  now: Time,
  log: Log,
): Promise<void> {
  const files = cacheFiles(vault.cacheFolder, except);
  if (files.length === 0) return;
  if (vault.keychain !== 'usable') {
    for (const file of files) {
      if (!isExpired(statSync(file).mtimeMs, MAX_RETENTION_MONTHS, now)) continue;
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    }
    return;
  }
  const process = launch();
  try {
    for (const file of files) {
      const key = await vault.cacheKey(file);
      const outcome = await process.call('sweep', { file, key, now });
      if (outcome !== 'kept') await vault.forgetCacheKey(file);
      log('cache-swept', { outcome });
    }
  } catch (error) {
    if (!(error instanceof CacheError)) throw error;
    log('cache-sweep-failed', { fault: error.fault });
  } finally {
    await process.end();
  }
}
