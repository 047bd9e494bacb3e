import { createFileCache } from '../../main/cache/file-cache.ts';
import { type Input, OPERATIONS, type Operation, type Output } from '../../main/cache/operations.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';

/** What a killed desk leaves in its encrypted file. */
export type LeftDesk = {
  readonly name: string;
  readonly officer: Id;
  /** Commands that neither reached the relay, as far as the desk knows, nor were refused. */
  readonly sending: readonly Id[];
  readonly refused: readonly Id[];
  readonly journals: readonly { readonly conversation: Id; readonly entries: readonly Entry[] }[];
};

/** Opens the file as the desk's next start would, and reads all of it. Throws when it cannot be read. */
export function readDeskFile(desk: {
  readonly name: string;
  readonly officer: Id;
  readonly file: string;
  readonly key: string;
}): LeftDesk {
  const { name, officer, file, key } = desk;
  const cache = createFileCache();
  const perform = <Name extends Operation>(operation: Name, input: Input<Name>): Output<Name> => {
    const result = cache.perform(operation, input);
    if (result.kind === 'fault') throw new Error(`${name}: ${operation} ${result.fault}`);
    return OPERATIONS[operation].output.parse(result.output) as Output<Name>;
  };
  if (perform('open', { file, key, next: null, officer }) !== 'opened')
    throw new Error(`${name} left no readable file`);
  try {
    const { cursors, outbox } = perform('load', { now: Date.now() });
    const inState = (state: string) => outbox.filter((item) => item.state === state).map(({ id }) => id);
    const journals = cursors.map(({ conversation }) => {
      const entries: Entry[] = [];
      for (let complete = false; !complete; ) {
        const before = entries[0]?.seq ?? null;
        const page = perform('entries', { conversation, before, limit: LIMITS.entriesPerFrame });
        entries.unshift(...page.entries);
        complete = page.entries.length < LIMITS.entriesPerFrame;
      }
      return { conversation, entries };
    });
    return { name, officer, sending: inState('sending'), refused: inState('refused'), journals };
  } finally {
    perform('close', null);
  }
}
