import * as z from 'zod/mini';
import {
  AbuseReason,
  BlockTarget,
  type LiftReason,
  MOST_BLOCKS,
  ShownBlock,
} from '../../../protocol/abuse.ts';
import { Id, Time } from '../../../protocol/ids.ts';
import type { Block, BlockPort } from '../blocks.ts';
import { step } from './accounts-step.ts';
import type { SqliteStore } from './open.ts';

const Row = z.strictObject({
  block: Id,
  what: BlockTarget,
  conversation: Id,
  digest: z.nullable(z.string()),
  officer: Id,
  reason: AbuseReason,
  at: Time,
  until: Time,
});
type Row = z.infer<typeof Row>;

/** As supervisors see it: with the conversation's reference, and the officer's face while there is an account. */
const Listed = z.strictObject({
  ...z.omit(ShownBlock, { by: true }).shape,
  rank: z.nullable(z.string()),
  alias: z.nullable(z.string()),
});

function shownFrom(row: unknown): ShownBlock[] {
  const parsed = Listed.safeParse(row);
  if (!parsed.success) return [];
  const { rank, alias, ...block } = parsed.data;
  return [{ ...block, by: rank === null || alias === null ? null : { rank, alias } }];
}

/** Asked again, it is counted from a later hour: how long it lasts is what was asked. */
function isSameBlock(one: Row, other: Block): boolean {
  return (
    one.conversation === other.conversation &&
    one.what === other.what &&
    one.officer === other.officer &&
    one.reason === other.reason &&
    one.until - one.at === other.until - other.at
  );
}

const COLUMNS = 'block, what, conversation, digest, officer, reason, at, until';

/** The blocks, in the journal's database: read anew each time, so that the command line may lift one meanwhile. */
export function openBlocks(store: Pick<SqliteStore, 'database' | 'fingerprint'>): BlockPort {
  const { database } = store;
  const inForce = database.prepare<[Time], unknown>(
    `SELECT ${COLUMNS} FROM blocks WHERE until > ? ORDER BY at DESC, block DESC`,
  );
  const shown = database.prepare<[Time], unknown>(
    `SELECT block, conversation, 'C-' || reference AS reference, what, reason, at, until, rank, alias
     FROM blocks JOIN conversations USING (conversation) LEFT JOIN officers USING (officer)
     WHERE until > ? ORDER BY at DESC, block DESC`,
  );
  const insert = database.prepare<Row>(
    `INSERT INTO blocks (${COLUMNS})
     VALUES (@block, @what, @conversation, @digest, @officer, @reason, @at, @until)`,
  );
  const byId = database.prepare<[Id], unknown>(`SELECT ${COLUMNS} FROM blocks WHERE block = ?`);
  const audit = database.prepare(
    'INSERT INTO audit (at, actor, act, subject, reason) VALUES (@at, @actor, @act, @subject, @reason)',
  );
  const drop = database.prepare<[Id]>('DELETE FROM blocks WHERE block = ?');
  const lift = database.prepare<[Id]>('DELETE FROM blocks WHERE conversation = ?');
  const expire = database.prepare<[Time]>('DELETE FROM blocks WHERE until <= ?');

  function rows(now: Time): Row[] {
    return inForce.all(now).flatMap((row) => {
      const parsed = Row.safeParse(row);
      return parsed.success ? [parsed.data] : [];
    });
  }

  const addOne = database.transaction((row: Row): boolean => {
    const { at, officer: actor, what, conversation: subject, reason } = row;
    expire.run(at);
    if (rows(at).length >= MOST_BLOCKS) return false;
    insert.run(row);
    audit.run({ at, actor, act: `${what}-blocked`, subject, reason });
    return true;
  });
  function knownAs(block: Block): 'there' | 'another' | null {
    const row = Row.safeParse(byId.get(block.block));
    if (!row.success) return null;
    return isSameBlock(row.data, block) ? 'there' : 'another';
  }
  const dropOne = database.transaction((block: Id, at: Time): void => {
    const row = Row.safeParse(byId.get(block));
    if (!row.success) return;
    drop.run(block);
    const { officer: actor, conversation: subject, reason } = row.data;
    audit.run({ at, actor, act: 'block-refused', subject, reason });
  });
  const liftAll = database.transaction(
    (conversation: Id, actor: string, at: Time, reason: LiftReason | null): number => {
      const { changes } = lift.run(conversation);
      if (changes > 0) audit.run({ at, actor, act: 'block-lifted', subject: conversation, reason });
      return changes;
    },
  );

  return {
    async add(block: Block, address) {
      const digest = address === null ? null : await store.fingerprint(block.conversation, address);
      return step(() => addOne.immediate({ ...block, digest }));
    },
    known: (block) => step(() => knownAs(block)),
    expire: (now) => step(() => void expire.run(now)),
    drop: (block, at) => step(() => dropOne.immediate(block, at)),
    async until(conversation, address, now) {
      let until: Time | null = null;
      for (const row of await step(() => rows(now))) {
        const isThis =
          row.what === 'session'
            ? row.conversation === conversation
            : row.digest !== null && row.digest === (await store.fingerprint(row.conversation, address));
        if (isThis) until = Math.max(until ?? 0, row.until);
      }
      return until;
    },
    list: (now) => step(() => shown.all(now).flatMap(shownFrom)),
    lift: (conversation, actor, at, reason) => step(() => liftAll.immediate(conversation, actor, at, reason)),
  };
}
