import { Worker } from 'node:worker_threads';
import type { Language } from '../../protocol/language.ts';
import type { Exported } from './export.ts';
import type { Transcribed } from './transcript.ts';

export type DocumentOrder =
  /** The citizen's own copy. */
  | {
      readonly transcribed: Transcribed;
      readonly language: Language;
      /** `digests`: those of both other forms, as JSON (`CopyDigests`). */
      readonly format: 'pdf' | 'text' | 'digests';
    }
  /** A supervisor's export. */
  | { readonly exported: Exported; readonly format: 'pdf' };

/** Milliseconds one document may take; some 6 seconds for a thousand messages. */
const PATIENCE = 60_000;
/** Documents that may wait for their turn; each holds its conversation's text in memory. */
const WAITING = 8;
const MEMORY_MEGABYTES = 512;

async function made(order: DocumentOrder): Promise<Buffer> {
  const worker = new Worker(new URL('./work.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
  });
  // A relay that stops does not wait for it.
  worker.unref();
  const timer = setTimeout(() => void worker.terminate(), PATIENCE);
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('a document was not finished')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Makes documents in a thread of its own, one at a time, so that messages never wait for them. */
export class DocumentMaker {
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Reads `order` only when its turn has come; null in, null out. `busy` when too many wait already. Rejects
   * when it cannot be made, or takes more than a minute.
   */
  async make(order: () => Promise<DocumentOrder | null>): Promise<Buffer | null | 'busy'> {
    if (this.#waiting >= WAITING) return 'busy';
    this.#waiting += 1;
    const turn = this.#last.then(async () => {
      const given = await order();
      return given === null ? null : made(given);
    });
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
    }
  }
}
