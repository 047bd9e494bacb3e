import type { OpenConversation } from '../../protocol/http.ts';
import { purgeTime } from '../../protocol/retention.ts';
import { newToken, sessionDigest } from '../store/sessions.ts';
import type { Core } from './core.ts';
import type { FormResult, OpenResult, SentForm } from './ports.ts';
import { digestOf, type Outcome } from './requests.ts';

/** How long a page may ask again for a conversation whose first answer it never saw. */
const REPEAT_WITHIN = 2 * 60_000;

/**
 * Opens a conversation (rules J1, T1). Asked again with the same id, it hands out a new cookie for the same
 * conversation, but only while it is new and no page has used it: an id alone, which officers know too, must
 * never open somebody's conversation.
 */
export function openConversation(core: Core, request: OpenConversation): Promise<OpenResult> {
  const { id, termsVersion, language } = request;
  const guided = request.orientation === undefined ? null : core.orientation(request.orientation);
  const subject = request.subject ?? guided?.subject ?? null;
  if (core.draining) return Promise.resolve({ kind: 'refused', code: 'shutting-down' });
  if (termsVersion !== core.settings.termsVersion) {
    return Promise.resolve({ kind: 'refused', code: 'terms-outdated' });
  }
  const token = newToken();
  const orientation = guided === null ? {} : { orientation: [...guided.path] };
  const act = { kind: 'open', conversation: id, termsVersion, language, subject, ...orientation } as const;
  return new Promise((resolve) => {
    core.committer.enqueue({
      id,
      conversation: id,
      actor: { role: 'citizen' },
      digest: digestOf(act),
      opening: {
        session: sessionDigest(token),
        purgeAt: purgeTime(core.clock(), core.settings.retentionMonths),
        mayRepeat: (conversation) => mayRepeat(core, conversation),
      },
      resolve: (overlay) =>
        overlay.open >= core.settings.openConversations
          ? { kind: 'refused', code: 'not-available' }
          : { kind: 'act', conversation: id, act },
      done: (outcome) => resolve(result(core, token, outcome)),
    });
  });
}

/**
 * Takes a form of the site (rule D6). Asked again with the same id, it is the first answer. Rule W2: the address is
 * no part of what makes it the same.
 */
export function openRequest(core: Core, sent: SentForm): Promise<FormResult> {
  const { id, address, ...said } = sent;
  if (core.draining) return Promise.resolve({ kind: 'refused', code: 'shutting-down' });
  const act = {
    kind: 'open-request',
    conversation: id,
    termsVersion: core.settings.termsVersion,
    ...said,
    address,
    canMail: core.mail !== null,
  } as const;
  return new Promise((resolve) => {
    core.committer.enqueue({
      id,
      conversation: id,
      actor: { role: 'citizen' },
      digest: digestOf({ kind: 'open-request', ...said }),
      opening: {
        session: null,
        purgeAt: purgeTime(core.clock(), core.settings.retentionMonths),
        mayRepeat: () => true,
      },
      resolve: (overlay) =>
        overlay.requests >= core.settings.openRequests
          ? { kind: 'refused', code: 'not-available' }
          : { kind: 'act', conversation: id, act },
      done: (outcome) => resolve(received(core, outcome)),
    });
  });
}

function received(core: Core, outcome: Outcome): FormResult {
  if (outcome.kind === 'refused') {
    core.metrics.refused(outcome.code);
    return outcome;
  }
  const live = core.registry.get(outcome.conversation);
  if (live === undefined) return { kind: 'refused', code: 'not-found' };
  core.log('info', 'request-received', { conversation: outcome.conversation });
  const { reference, purgeAt, state } = live;
  return { kind: 'received', reference, purgeAt, emergency: state.emergency !== 'none' };
}

function mayRepeat(core: Core, conversation: string): boolean {
  const live = core.registry.get(conversation);
  if (live === undefined) return false;
  const { openedAt, left, status } = live.state;
  return !live.visited && left === null && status !== 'closed' && core.clock() - openedAt < REPEAT_WITHIN;
}

function result(core: Core, token: string, outcome: Outcome): OpenResult {
  if (outcome.kind === 'refused') {
    core.metrics.refused(outcome.code);
    return outcome;
  }
  const { conversation } = outcome;
  const live = core.registry.get(conversation);
  if (live === undefined) return { kind: 'refused', code: 'not-found' };
  return { kind: 'opened', opened: { conversation, reference: live.reference }, token };
}
