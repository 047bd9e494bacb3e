/**
 * The peer: what a team would write in an afternoon with Socket.IO 4.8 and better-sqlite3, honestly durable.
 * WAL with `synchronous=FULL`, one commit a message, then the acknowledgement, then the emit to the desk's
 * room (and a desk's answer to the citizen's). It neither seals, nor chains, nor resumes, nor checks schemas.
 *
 * `BENCH_COMMIT=group` makes it a stronger peer than its users would have: all messages of one turn of the
 * loop in one transaction.
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Server } from 'socket.io';
import * as z from 'zod';
import { serveControl } from '../servers/control.ts';

const Environment = z.object({ BENCH_DATA: z.string(), BENCH_COMMIT: z.enum(['each', 'group']) });
const Who = z.object({ desk: z.string(), conversation: z.optional(z.string()) });
/** A citizen's message goes to the desk; one with a `conversation` is the desk's, and goes to the citizen. */
type Message = { readonly id: string; readonly text: string; readonly conversation?: string };
type Acknowledge = (answer: { seq: number }) => void;

const environment = Environment.parse(process.env);
const database = new Database(join(environment.BENCH_DATA, 'peer.sqlite'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(
  'CREATE TABLE entry (id TEXT PRIMARY KEY, conversation TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL,' +
    ' author TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (conversation, seq)) WITHOUT ROWID',
);
const insert = database.prepare('INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)');

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
const lengths = new Map<string, number>();

let batch: (() => () => void)[] = [];

/** Writes now, or with all others of this turn of the loop; `write` answers what to tell once it is durable. */
function commit(write: () => () => void): void {
  if (environment.BENCH_COMMIT === 'each') {
    write()();
    return;
  }
  if (batch.push(write) > 1) return;
  setImmediate(() => {
    const writes = batch;
    batch = [];
    const told: (() => void)[] = [];
    database.transaction(() => {
      for (const one of writes) told.push(one());
    })();
    for (const tell of told) tell();
  });
}

io.on('connection', (socket) => {
  const who = Who.parse(socket.handshake.query);
  const isDesk = who.conversation === undefined;
  socket.join(isDesk ? `desk:${who.desk}` : `citizen:${who.conversation}`);
  socket.on('message', (message: Message, acknowledge: Acknowledge) => {
    const conversation = who.conversation ?? message.conversation ?? '';
    commit(() => {
      const seq = (lengths.get(conversation) ?? 0) + 1;
      lengths.set(conversation, seq);
      const at = Date.now();
      insert.run(message.id, conversation, seq, at, isDesk ? 'officer' : 'citizen', message.text);
      return () => {
        acknowledge({ seq });
        const room = isDesk ? `citizen:${conversation}` : `desk:${who.desk}`;
        io.to(room).emit('entry', { id: message.id, conversation, seq, at, text: message.text });
      };
    });
  });
});

http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  serveControl(typeof address === 'object' && address !== null ? address.port : 0);
});
