import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Id, Time } from '../../protocol/ids.ts';
import { isExpired, MAX_RETENTION_MONTHS } from '../../protocol/retention.ts';
import { eraseFiles } from '../cache/cache-files.ts';
import type { DeskCacheOptions } from '../cache/desk-cache.ts';
import { CacheError } from '../cache/operations.ts';
import type { ProcessCache } from '../cache/process-cache.ts';
import type { Log } from './surroundings.ts';
import type { CacheKeys, Vault } from './vault.ts';

type Origin = DeskCacheOptions['origin'];
/** `silent`: the keychain does not answer, and the file is left as it is. */
type Opened = 'opened' | 'unreadable' | 'silent';

/**
 * Opens an officer's cache file, or says why the cache stays in memory. A file that cannot be read (wrong or
 * lost key, damage) is destroyed here and this run stays in memory, so that the desk can say all along that
 * something was lost; the next start makes a new file. One whose keychain does not answer stays as it is
 * (docs/decisions/0006).
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
  try {
    const outcome = existsSync(file)
      ? await openExisting(vault, process, file, officer)
      : await openNew(vault, process, file, officer);
    if (outcome === 'unreadable') return await unreadable();
    if (outcome === 'opened') return { kind: 'file', process, file };
    log('cache-keychain-silent');
    await process.end();
    return { kind: 'memory', why: 'no-keychain' };
  } catch (error) {
    if (!(error instanceof CacheError)) throw error;
    log('cache-failed', { fault: error.fault });
    await process.end();
    return { kind: 'memory', why: 'failed' };
  }
}

async function openNew(vault: Vault, process: ProcessCache, file: string, officer: Id): Promise<Opened> {
  const keys = await vault.keys(file);
  if (keys === null) return 'silent';
  // One kept for a file that is gone serves as well as a new one.
  const key = keys.known ?? (await vault.makeCacheKey(file));
  if (key === null) return 'silent';
  const outcome = await process.call('open', { file, key, next: null, officer });
  return outcome === 'unreadable' ? outcome : 'opened';
}

/** Opens it, or says that nobody can, or that the keychain does not tell. */
async function openExisting(
  vault: Vault,
  process: ProcessCache,
  file: string,
  officer: Id | null,
): Promise<Opened> {
  const keys = await vault.keys(file);
  if (keys === null) return 'silent';
  const outcome = await openBy(keys, vault, process, file, officer);
  if (outcome !== 'unreadable') return outcome;
  // Before the only copy of unsent words is given up: the keychain that has no key for them must be there at all.
  const proven = await vault.provenKeys(file);
  return proven === null ? 'silent' : openBy(proven, vault, process, file, officer);
}

/** By its key, or by that of a rotation that was cut short; which of them it was is settled. */
async function openBy(
  { known, next }: CacheKeys,
  vault: Vault,
  process: ProcessCache,
  file: string,
  officer: Id | null,
): Promise<'opened' | 'unreadable'> {
  const key = known ?? next;
  // The keys are lost: whatever the file holds, nobody can read it any more.
  if (key === null) return 'unreadable';
  const outcome = await process.call('open', { file, key, next, officer });
  if (outcome === 'unreadable') return outcome;
  if (next !== null) await vault.settleKey(file, next, known === null || outcome === 'opened-next');
  return 'opened';
}

/**
 * Gives the open file a new key when something was destroyed in it, so that every copy of it that was taken before
 * becomes noise: the old key is overwritten in the keychain. Cut at any moment, the next start opens the file by one
 * key or the other. What fails (a full disk, a keychain that refuses) is tried again after the next purge.
 */
export async function rotateKey(vault: Vault, process: ProcessCache, file: string, log: Log): Promise<void> {
  try {
    if (!(await process.call('rotation-due', null))) return;
    // An earlier rotation whose end the keychain refused: only opening tells by which key the file is.
    const keys = await vault.keys(file);
    if (keys === null) return log('cache-keychain-silent');
    if (keys.next !== null) return log('cache-key-unsettled');
    const next = await vault.makeNextKey(file);
    if (next === null) return log('cache-key-not-kept');
    const outcome = await process.call('rotate', { next });
    await vault.settleKey(file, next, outcome === 'rotated');
    log('cache-key', { outcome });
  } catch (error) {
    if (!(error instanceof CacheError)) throw error;
    log('cache-key-failed', { fault: error.fault });
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

async function sweepOne(
  vault: Vault,
  process: ProcessCache,
  file: string,
  now: Time,
  log: Log,
): Promise<'kept' | 'empty' | 'unreadable' | 'silent'> {
  const opened = await openExisting(vault, process, file, null);
  if (opened === 'silent') return opened;
  if (opened === 'unreadable') await process.call('erase', { file });
  const outcome = opened === 'opened' ? await process.call('sweep', { now }) : opened;
  if (outcome === 'kept') await rotateKey(vault, process, file, log);
  else await vault.forgetCacheKey(file);
  return outcome;
}

/** A file that cannot be looked into: all that it holds was begun before it was written last. */
function eraseExpired(files: readonly string[], now: Time): void {
  for (const file of files) {
    if (isExpired(statSync(file).mtimeMs, MAX_RETENTION_MONTHS, now)) eraseFiles(file);
  }
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
  if (vault.keychain !== 'usable') return eraseExpired(files, now);
  const process = launch();
  try {
    for (const [index, file] of files.entries()) {
      const outcome = await sweepOne(vault, process, file, now, log);
      log('cache-swept', { outcome });
      // It may take half a minute to say nothing, and officers wait to sign in: the others are not asked for.
      if (outcome === 'silent') return eraseExpired(files.slice(index), now);
    }
  } catch (error) {
    if (!(error instanceof CacheError)) throw error;
    log('cache-sweep-failed', { fault: error.fault });
  } finally {
    await process.end();
  }
}
