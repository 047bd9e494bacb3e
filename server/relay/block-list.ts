import type { Core } from './core.ts';
import type { DeskReader } from './desk-reader.ts';
import { encode } from './encode.ts';

/** Blocks end by themselves, go with their conversation, and the command line lifts them beside the relay. */
const READ_EVERY = 10_000;

/** Rule V8: supervisors, and nobody else, see who may open no conversation for a time, as it stands now. */
export class BlockList {
  readonly #core: Core;
  /** What supervisors were last told. */
  #frame: string | null = null;
  #readAt: number;

  constructor(core: Core) {
    this.#core = core;
    this.#readAt = core.scheduler.elapsed();
  }

  /** For a supervisor who just said hello. */
  greet(desk: DeskReader): void {
    if (!desk.viewer.supervisor) return;
    this.#read(() => {
      if (this.#frame !== null && !desk.isOver) desk.link.send(this.#frame);
    });
  }

  /** Something of it changed here. */
  changed(): void {
    this.#read(() => undefined);
  }

  /** Once in a while, as long as there is a supervisor to tell. */
  look(): void {
    if (this.#core.scheduler.elapsed() - this.#readAt < READ_EVERY || this.#supervisors().length === 0)
      return;
    this.changed();
  }

  #read(then: () => void): void {
    const { blocks, clock, scheduler, log } = this.#core;
    if (blocks === null) return;
    this.#readAt = scheduler.elapsed();
    blocks.list(clock()).then(
      (list) => {
        const frame = encode({ type: 'blocks', blocks: [...list] });
        if (frame !== this.#frame) {
          this.#frame = frame;
          for (const desk of this.#supervisors()) desk.link.send(frame);
        }
        then();
      },
      (error: unknown) => {
        log('warn', 'blocks-unread', { name: error instanceof Error ? error.name : 'unknown' });
      },
    );
  }

  #supervisors(): DeskReader[] {
    return this.#core.officers.desks().filter(({ viewer }) => viewer.supervisor);
  }
}
