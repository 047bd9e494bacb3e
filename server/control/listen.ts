import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import type { Log } from '../gateway/log.ts';
import type { Hub } from '../relay/hub.ts';
import { keyFromFile } from '../store/keys.ts';
import type { SqliteStore } from '../store/sqlite/open.ts';
import { type ControlAnswer, ControlRequest, controlPath, LINE_BYTES } from './messages.ts';

export type ControlOptions = {
  readonly directory: string;
  readonly hub: Pick<Hub, 'announcing' | 'erase' | 'purge'>;
  readonly reloadContent: () => Promise<void>;
  readonly store: Pick<SqliteStore, 'rotateMaster' | 'masterKey'>;
  readonly log: Log;
};

/** A path of a socket may not be longer than this (Linux: 108 bytes with its end; macOS: 104). */
const PATH_BYTES = 103;

/**
 * Listens to the administrator's command line. Where sockets cannot be files (Windows, a very long path) it
 * says so in the log, and the commands that need it ask for the relay to be stopped. The answer stops it.
 */
export async function openControl(options: ControlOptions): Promise<() => Promise<void>> {
  const { directory, log } = options;
  const path = controlPath(directory);
  if (process.platform === 'win32' || Buffer.byteLength(path) > PATH_BYTES) {
    log('warn', 'control-unavailable');
    return async () => undefined;
  }
  // The data directory is locked for this process: what is there was left by one that was killed.
  rmSync(path, { force: true });
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    receive(options, socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  server.unref();
  return async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
}

function receive(options: ControlOptions, socket: Socket): void {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    text += chunk;
    if (text.length > LINE_BYTES) socket.destroy();
    const end = text.indexOf('\n');
    if (end === -1) return;
    socket.pause();
    answer(options, text.slice(0, end)).then(
      (answered) => socket.end(`${JSON.stringify(answered)}\n`),
      () => socket.destroy(),
    );
  });
}

async function answer(options: ControlOptions, line: string): Promise<ControlAnswer> {
  const { hub, store, log } = options;
  try {
    const request = ControlRequest.parse(JSON.parse(line));
    if (request.act === 'reload-content') {
      await options.reloadContent();
      return { kind: 'reloaded' };
    }
    if (request.act === 'erase') return await hub.erase(request.conversation);
    if (request.act === 'announce') {
      await hub.announcing.refresh();
      return { kind: 'announced' };
    }
    if (request.act === 'purge') return { kind: 'purged', ...(await hub.purge()) };
    log('info', 'key-rotation-begun');
    const { newKeyFile } = request;
    const keys = await store.rotateMaster(newKeyFile === null ? undefined : keyFromFile(newKeyFile));
    const master = store.masterKey().id;
    log('info', 'key-rotation-finished', { master, keys });
    return { kind: 'rotated', master, keys };
  } catch (error) {
    log('error', 'control-failed', { name: error instanceof Error ? error.name : 'unknown' });
    return { kind: 'failed', why: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' };
  }
}
