import type { Command } from '../../protocol/desk-channel.ts';
import type { RefusalCode } from '../../protocol/errors.ts';
import type { Id } from '../../protocol/ids.ts';
import type { Core } from './core.ts';
import type { Outcome } from './requests.ts';

const HOUR = 3_600_000;

/**
 * Rule V6: durable before its entry, so that no journal speaks of a block that does not hold. Null when the act may be
 * decided, or why not.
 */
export async function prepareBlock(
  core: Core,
  officer: Id,
  id: Id,
  command: Extract<Command, { kind: 'block' }>,
): Promise<RefusalCode | null> {
  const { conversation, what, hours, reason } = command;
  if (core.blocks === null) return 'not-available';
  const live = core.registry.get(conversation);
  if (live === undefined) return 'not-found';
  // Known to this process alone, from the page's own connection.
  const address = what === 'address' ? live.origin : null;
  if (what === 'address' && address === null) return 'origin-unknown';
  const at = core.clock();
  const block = { block: id, what, conversation, officer, reason, at, until: at + hours * HOUR };
  return (await core.blocks.add(block, address)) ? null : 'not-available';
}

/** What becomes of the row once the act is decided: one that was refused holds nobody out, one that is lifted no more. */
export async function settleBlock(
  core: Core,
  officer: Id,
  id: Id,
  command: Command,
  outcome: Outcome,
): Promise<void> {
  if (command.kind === 'block' && outcome.kind === 'refused') await core.blocks?.drop(id);
  if (command.kind === 'unblock' && outcome.kind === 'acknowledged') {
    await core.blocks?.lift(command.conversation, officer, core.clock(), command.reason);
  }
}
