import type { Command } from '../../protocol/desk-channel.ts';
import type { RefusalCode } from '../../protocol/errors.ts';
import type { Id } from '../../protocol/ids.ts';
import type { BlockPort } from '../store/blocks.ts';
import type { Core } from './core.ts';
import { type Outcome, refusal } from './requests.ts';

const HOUR = 3_600_000;

type BlockCommand = Extract<Command, { readonly kind: 'block' }>;

/**
 * Rule V6: durable before its entry, so that no journal speaks of a block that does not hold. Resolves to what `decide`
 * decided, or why nothing was; a refused one holds nobody out. Rejects with the store's errors.
 */
export async function block(
  core: Core,
  officer: Id,
  id: Id,
  command: BlockCommand,
  decide: () => Promise<Outcome>,
): Promise<Outcome> {
  const { blocks } = core;
  if (blocks === null) return refusal('not-available');
  // D1: once it has its entry, the row is what became of it since, and is not made again.
  const found = await core.store.find([id]);
  if (found.some(({ entry }) => entry.conversation === command.conversation)) return decide();
  const code = await add(core, blocks, officer, id, command);
  if (code !== null) return refusal(code);
  const outcome = await decide();
  if (outcome.kind === 'refused') await blocks.drop(id, core.clock());
  return outcome;
}

/** Null when its row is there, now or from before a restart. */
async function add(
  core: Core,
  blocks: BlockPort,
  officer: Id,
  id: Id,
  { conversation, what, hours, reason }: BlockCommand,
): Promise<RefusalCode | null> {
  const at = core.clock();
  const row = { block: id, what, conversation, officer, reason, at, until: at + hours * HOUR };
  const known = await blocks.known(row);
  if (known !== null) return known === 'there' ? null : 'id-reused';
  const live = core.registry.get(conversation);
  if (live === undefined) return 'not-found';
  // Known to this process alone, from the page's own connection.
  const address = what === 'address' ? live.origin : null;
  if (what === 'address' && address === null) return 'origin-unknown';
  return (await blocks.add(row, address)) ? null : 'not-available';
}

/** Rule V6: lifted once the journal says so. Rejects with the store's errors. */
export async function unblock(
  core: Core,
  officer: Id,
  { conversation, reason }: Extract<Command, { readonly kind: 'unblock' }>,
  decide: () => Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await decide();
  if (outcome.kind === 'acknowledged') await core.blocks?.lift(conversation, officer, core.clock(), reason);
  return outcome;
}
