import type { Head } from '../../protocol/head.ts';
import { type DeskContext, notify } from './context.ts';

export type Exporting = {
  /** Asks where to, and writes the whole journal there. True once it is saved or the officer thought better of it. */
  readonly exportJournal: (
    head: Pick<Head, 'conversation' | 'reference'>,
    reason: string,
  ) => Promise<boolean>;
};

/** A copy of a conversation outside the service (rule V4): main asks for the place and writes the file. */
export function createExporting(context: DeskContext): Exporting {
  return {
    async exportJournal({ conversation, reference }, reason) {
      try {
        const outcome = await context.bridge.request('export', { conversation, reference, reason });
        if (outcome.kind === 'cancelled') return true;
        if (outcome.kind === 'saved') {
          notify(context, { kind: 'exported', reference, file: outcome.file });
          return true;
        }
        const why = outcome.kind === 'refused' ? outcome.code : outcome.kind;
        notify(context, { kind: 'not-exported', reference, why });
      } catch {
        notify(context, { kind: 'failed' });
      }
      return false;
    },
  };
}
