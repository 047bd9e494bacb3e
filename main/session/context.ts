import type { FromDesk } from '../../protocol/desk-channel.ts';
import type { Id } from '../../protocol/ids.ts';
import type { Cache } from '../cache/desk-cache.ts';
import type { DeskModel } from './model.ts';
import type { Log, Surroundings } from './surroundings.ts';

/** What the parts of one officer's session share. */
export type SessionContext = {
  readonly officer: Id;
  readonly model: DeskModel;
  readonly cache: Cache;
  readonly surroundings: Surroundings;
  readonly log: Log;
  /** Sends when the relay has welcomed this desk; false otherwise. */
  send(frame: FromDesk): boolean;
};
