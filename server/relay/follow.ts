import type { CloseReason } from '../../protocol/errors.ts';
import type { Cursor } from '../../protocol/ids.ts';
import type { DeskReader } from './desk-reader.ts';
import type { Live } from './live.ts';
import { deskFrame, type Range } from './ranges.ts';
import type { JournalReader } from './reading.ts';

/** One desk reading one journal. */
export class Follow implements JournalReader {
  readonly desk: DeskReader;
  readonly live: Live;
  cursor: Cursor;
  catchingUp = false;
  #ended = false;

  constructor(desk: DeskReader, live: Live, cursor: Cursor) {
    this.desk = desk;
    this.live = live;
    this.cursor = cursor;
  }

  get isOver(): boolean {
    return this.#ended || this.desk.isOver;
  }

  /** Nothing more is sent for this journal. */
  end(): void {
    this.#ended = true;
    const place = this.live.followers.indexOf(this);
    if (place >= 0) this.live.followers.splice(place, 1);
  }

  buffered(): number {
    return this.desk.buffered();
  }

  sendRange(range: Range): void {
    this.desk.link.send(deskFrame(this.live.state.conversation, range));
    this.cursor = range.through;
  }

  cutOff(reason: CloseReason): void {
    this.desk.close(reason);
  }
}
