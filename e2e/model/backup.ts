import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '../../protocol/ids.ts';

/** The key file is backed up apart (docs/privacy.md), so a copy of the journal meets the keys of today. */
const isOfJournal = (name: string) => name.startsWith('journal.');

export type Backup = {
  readonly lengths: ReadonlyMap<Id, number>;
  /** The life of the store in which it was made. */
  readonly life: number;
  readonly putBack: (directory: string) => void;
};

export function copyJournal(directory: string, lengths: ReadonlyMap<Id, number>, life: number): Backup {
  const files = readdirSync(directory)
    .filter(isOfJournal)
    .map((name) => [name, readFileSync(join(directory, name))] as const);
  if (files.length === 0) throw new Error('there is no journal to copy');
  const putBack = (target: string) => {
    for (const name of readdirSync(target).filter(isOfJournal)) rmSync(join(target, name));
    for (const [name, content] of files) writeFileSync(join(target, name), content);
  };
  return { lengths, life, putBack };
}
