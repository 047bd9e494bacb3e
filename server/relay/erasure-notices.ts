import type { Id } from '../../protocol/ids.ts';
import type { Erasures } from '../store/erasures.ts';
import type { Core } from './core.ts';
import type { DeskReader } from './desk-reader.ts';
import { encode } from './encode.ts';

/** Erasure on request: where its notices are kept, and who has an account. */
export type ErasurePort = {
  readonly notices: Erasures;
  readonly officers: () => Promise<readonly Id[]>;
};

/** At a desk's hello: what was erased while it was away, each time, until every desk's own clock has ended it. */
export function tellErasures(core: Core, desk: DeskReader): void {
  const { erasures } = core;
  if (erasures === null) return;
  erasures.notices.pending(desk.viewer.officer, core.clock()).then(
    (conversations) => {
      if (conversations.length === 0 || desk.isOver) return;
      desk.link.send(encode({ type: 'purged', conversations: [...conversations], confirm: true }));
    },
    (error: unknown) => failed(core, error),
  );
}

/** A desk says that its copies are destroyed. */
export function confirmErasures(core: Core, officer: Id, conversations: readonly Id[]): void {
  const { erasures } = core;
  erasures?.notices
    .confirm(officer, conversations, core.clock())
    .catch((error: unknown) => failed(core, error));
}

function failed(core: Core, error: unknown): void {
  core.log('error', 'erasure-notices-failed', { name: error instanceof Error ? error.name : 'unknown' });
}
