import type { MailReason } from '../../protocol/deferral.ts';
import { isRetryable } from '../../protocol/errors.ts';
import type { Id } from '../../protocol/ids.ts';
import type { ReturnPath, ReturnToken } from '../store/store.ts';
import type { Core } from './core.ts';
import { wake } from './loading.ts';
import type { HubForReturns } from './ports.ts';
import { type Outcome, ofRelay } from './requests.ts';

/** The answer of a token that still counts: neither purged nor due to be. */
async function find(core: Core, token: ReturnToken): Promise<ReturnPath | null> {
  const path = await core.store.returnPath(token);
  if (path === null) return null;
  const stored = await core.store.conversation(path.conversation);
  return stored === null || stored.purgeAt <= core.clock() ? null : path;
}

/** A mail server took an answer, and reports afterwards that it did not arrive (rule W5). */
export function returnsOf(core: Core): HubForReturns {
  return {
    knowsReturn: async (token) => (await find(core, token)) !== null,
    mailReturned: async (token, reason) => {
      if (core.draining) return 'later';
      const path = await find(core, token);
      // Its key may be destroyed while its row still stands: then it is gone for everybody.
      if (path === null || (await wake(core, path.conversation)) === null) return 'unknown';
      return settle(core, path, reason);
    },
  };
}

async function settle(core: Core, { conversation, email }: ReturnPath, reason: MailReason) {
  const outcome = await write(core, conversation, email, reason);
  if (outcome.kind === 'acknowledged') {
    core.metrics.mailTried('returned');
    core.log('info', 'mail-returned', { conversation, reason });
    return 'noted';
  }
  const { code } = outcome;
  if (isRetryable(code) || code === 'mail-pending') return 'later';
  core.log('info', 'mail-return-ignored', { conversation, code });
  return code === 'not-found' ? 'unknown' : 'noted';
}

/** Resolves once it is durable, or with the reason why it is not. */
function write(core: Core, conversation: Id, email: Id, reason: MailReason): Promise<Outcome> {
  const act = { kind: 'mail-outcome', email, outcome: 'returned', reason } as const;
  return new Promise((done) => {
    core.committer.enqueue(ofRelay(conversation, () => ({ kind: 'act', conversation, act }), done));
  });
}
