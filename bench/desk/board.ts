import type { Id } from '../../protocol/ids.ts';
import { connectCitizens } from '../load/crowd.ts';
import { Desk } from '../load/desk.ts';
import { textOf } from '../load/texts.ts';
import { inParallel, type Scope, until } from '../scope.ts';
import type { Relay } from '../servers/relay-process.ts';

/** How long a bench of the desk waits for anything; milliseconds. */
export const PATIENCE = 30_000;

/** A supervisor on the relay's wire: gives conversations to the officer, and closes them. */
export async function openBoard(scope: Scope, relay: Relay): Promise<Desk> {
  const [supervisor] = relay.staff.supervisors;
  if (supervisor === undefined) throw new Error('a bench of the desk needs a supervisor');
  const board = new Desk({ port: relay.port, token: supervisor.token, parse: 'schema', hooks: {} });
  scope.defer(() => board.stop());
  board.connect();
  await until('the board', PATIENCE, () => board.complete);
  return board;
}

async function order(board: Desk, asked: Parameters<Desk['command']>[0]): Promise<void> {
  const outcome = await board.command(asked);
  if (outcome.kind === 'refused') throw new Error(`${asked.kind} was refused: ${outcome.code}`);
}

/** Gives a conversation to the relay's first officer; answers its reference. */
export async function give(board: Desk, relay: Relay, conversation: Id): Promise<string> {
  const to = relay.staff.officers[0]?.officer;
  if (to === undefined) throw new Error('a bench of the desk needs an officer');
  await until('the conversation', PATIENCE, () => board.heads.has(conversation));
  await order(board, { kind: 'assign', conversation, to, note: null });
  return board.heads.get(conversation)?.reference ?? '';
}

/** Closes a conversation as answered. */
export async function closeAnswered(board: Desk, conversation: Id): Promise<void> {
  await order(board, { kind: 'subject', conversation, subject: 'Renseignement' });
  await order(board, { kind: 'close', conversation, disposition: 'answered', comment: null });
}

/** So many come, are given and closed at the same time. */
const WAVE = 100;
const AT_ONCE = 16;

type Closed = {
  readonly count: number;
  /** A citizen's messages in each. */
  readonly each: number;
  /** Resolves when the desk shows this conversation, and so has followed: left behind by seconds it would lose its line. */
  readonly followed: (reference: string) => Promise<unknown>;
};

/** What a desk has been through: conversations that were given to the officer and closed. */
export async function leaveClosed(
  scope: Scope,
  relay: Relay,
  board: Desk,
  { count, each, followed }: Closed,
): Promise<void> {
  for (let done = 0; done < count; done += WAVE) {
    const wave = Math.min(WAVE, count - done);
    const citizens = await connectCitizens(scope, relay.port, wave, { parse: 'plain', hooks: () => ({}) });
    await inParallel(citizens, AT_ONCE, async (citizen, index) => {
      for (let number = 0; number < each; number += 1) citizen.send(textOf(done + number));
      await until('the messages', PATIENCE, () => citizen.unacknowledged === 0);
      const reference = await give(board, relay, citizen.conversation);
      if (index === wave - 1) await followed(reference);
      await closeAnswered(board, citizen.conversation);
      citizen.stop();
    });
  }
}
