import type { RefusalCode } from '../../protocol/errors.ts';
import { newId } from '../../protocol/ids.ts';
import type { ReturnToConversation } from '../../protocol/return-phrase.ts';
import { newToken, sessionDigest } from '../store/sessions.ts';
import type { KeptPhrase } from '../store/store.ts';
import type { Core } from './core.ts';
import type { Live } from './live.ts';
import type { OpenResult } from './ports.ts';
import { digestOf } from './requests.ts';

/** Wrong phrases after which one opens nothing any more, counted durably since it was chosen or last used. */
const FAILURES = 20;

/**
 * Back after a quick exit, by reference and phrase (rule S4). Whatever is wrong (no such reference, no phrase
 * chosen, another phrase, too many failures) takes the same work and gets the same answer; only the right phrase
 * learns that its conversation is over.
 */
export async function comeBack(core: Core, { reference, phrase }: ReturnToConversation): Promise<OpenResult> {
  if (core.draining) return { kind: 'refused', code: 'shutting-down' };
  if (core.phrases === null) return { kind: 'refused', code: 'return-refused' };
  const live = [...core.registry.all()].find((each) => each.reference === reference) ?? null;
  const kept = live === null ? null : await keptOf(core, live);
  const verdict = await core.phrases.verify(kept?.hash ?? null, phrase);
  if (verdict === 'busy') return { kind: 'refused', code: 'rate-limited' };
  if (verdict === 'right' && live !== null) return enter(core, live);
  core.metrics.refused('return-refused');
  // Not awaited: a write that only some of the wrong answers wait for would tell them apart.
  if (live !== null && kept !== null) {
    core.store.phraseFailed(live.state.conversation).catch((error: unknown) => {
      core.log('error', 'phrase-failure-not-kept', { name: error instanceof Error ? error.name : 'unknown' });
    });
  }
  return { kind: 'refused', code: 'return-refused' };
}

async function keptOf(core: Core, live: Live): Promise<KeptPhrase | null> {
  const kept = await core.store.phrase(live.state.conversation);
  return kept !== null && kept.failures < FAILURES ? kept : null;
}

function enter(core: Core, { state: { conversation }, reference }: Live): Promise<OpenResult> {
  const token = newToken();
  return new Promise((resolve) => {
    core.committer.enqueue({
      id: newId(),
      conversation,
      actor: { role: 'citizen' },
      digest: digestOf({ kind: 'return' }),
      opening: null,
      resolve: () => ({ kind: 'act', conversation, act: { kind: 'return', session: sessionDigest(token) } }),
      done: (outcome) =>
        resolve(
          outcome.kind === 'refused'
            ? { kind: 'refused', code: whyNot(outcome.code) }
            : { kind: 'opened', opened: { conversation, reference }, token },
        ),
    });
  });
}

/** Its last room is its officers': for whoever would come back it is over, and trying again is in vain. */
function whyNot(code: RefusalCode): RefusalCode {
  return code === 'conversation-full' ? 'conversation-closed' : code;
}
