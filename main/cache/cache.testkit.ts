import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry, EntryBody } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/head.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import type { Draft, OutboxItem } from '../../protocol/ipc.ts';
import { type Cache, callStore } from './desk-cache.ts';
import { forkCacheProcess } from './fork.ts';
import { createMemoryStore } from './memory-store.ts';
import { type CacheProcess, ProcessCache } from './process-cache.ts';

/** What tests of cache and session need: a real cache process, and plausible conversations. */

export const DAY = 86_400_000;
/** 1 March 2027, noon UTC: three months later is 1 June, Paris time. */
export const NOON = Date.UTC(2027, 2, 1, 12);

const CACHE_SCRIPT = join(import.meta.dirname, 'process.ts');

export type TestCache = { readonly cache: ProcessCache; readonly processes: CacheProcess[] };

/** A cache in a process of its own, as the desk starts it. `processes`: each one there was, the last one alive. */
export function startCache(): TestCache {
  const processes: CacheProcess[] = [];
  const cache = new ProcessCache({
    launch: () => {
      const launched = forkCacheProcess(CACHE_SCRIPT, process.execPath);
      processes.push(launched);
      return launched;
    },
    elapsed: () => performance.now(),
    after: (milliseconds, task) => {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    log: () => undefined,
  });
  return { cache, processes };
}

export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'permanence-cache-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Every byte of every file of a folder. */
export function bytesIn(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

export const OFFICER = { officer: newId(), rank: 'Brigadier', alias: 'Camille' };
export const COLLEAGUE = { officer: newId(), rank: 'Gardien de la paix', alias: 'Sacha' };

export function headOf(conversation: Id, change: Partial<Head> = {}): Head {
  const openedAt = change.openedAt ?? NOON;
  return {
    conversation,
    reference: 'C-4821',
    status: 'active',
    language: 'fr',
    subject: null,
    tags: [],
    openedAt,
    closedAt: null,
    holder: OFFICER,
    waitingSince: openedAt,
    returned: false,
    emergency: 'none',
    left: null,
    disposition: null,
    lastSeq: 2,
    lastCitizenSeq: 0,
    lastCitizenAt: null,
    unansweredSince: null,
    officerRead: 0,
    citizenRead: 0,
    citizenOnline: true,
    purgeAt: openedAt + 200 * DAY,
    ...change,
  };
}

export function entryOf(conversation: Id, seq: number, body: EntryBody, change: Partial<Entry> = {}): Entry {
  return { conversation, seq, id: newId(), at: NOON + seq, author: { role: 'citizen' }, body, ...change };
}

/** A journal as the relay would send it: opened, assigned to this officer, then messages of the citizen. */
export function journalOf(conversation: Id, texts: readonly string[], at = NOON): Entry[] {
  return [
    entryOf(conversation, 1, { kind: 'opened', termsVersion: '1', language: 'fr', subject: null }, { at }),
    entryOf(
      conversation,
      2,
      { kind: 'assignment', to: OFFICER, reason: 'taken', note: null },
      { at, author: { role: 'officer', ...OFFICER } },
    ),
    ...texts.map((text, index) => entryOf(conversation, index + 3, { kind: 'message', text }, { at })),
  ];
}

export function draftOf(conversation: Id, change: Partial<Draft> = {}): Draft {
  return { conversation, message: '', note: '', mode: 'message', ...change };
}

export function itemOf(conversation: Id, text: string, at = NOON): OutboxItem {
  return {
    id: newId(),
    conversation,
    command: { kind: 'message', conversation, text },
    at,
    state: 'sending',
    code: null,
  };
}

export type MadeCache = { readonly cache: Cache; readonly end: () => Promise<void> };

async function onFile(): Promise<MadeCache> {
  const folder = temporaryFolder();
  const { cache } = startCache();
  const key = randomBytes(32).toString('hex');
  const file = join(folder.path, 'cache.db');
  const outcome = await cache.call('open', { file, key, next: null, officer: OFFICER.officer });
  if (outcome !== 'opened') throw new Error(outcome);
  return {
    cache,
    end: async () => {
      await cache.end();
      folder.remove();
    },
  };
}

async function inMemory(): Promise<MadeCache> {
  const store = createMemoryStore(OFFICER.officer);
  return {
    cache: { call: async (name, input) => callStore(store, name, input) },
    end: async () => undefined,
  };
}

/** Both places a cache can live in: what is tested of one is tested of the other. */
export const CACHES: readonly [name: string, make: () => Promise<MadeCache>][] = [
  ['encrypted file, in its own process', onFile],
  ['memory', inMemory],
];
