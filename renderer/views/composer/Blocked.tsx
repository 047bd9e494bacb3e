import { CircleSlash } from 'lucide-react';
import type { Head } from '../../../protocol/head.ts';
import { RelayButton } from '../../components/RelayButton.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { timeOfDay } from '../../format/time.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { focusPlace } from '../focus.ts';
import { useOtherGroup } from '../lists/useOtherGroup.ts';
import { useDesk, useLanguage, useSelf, useText } from '../provider.ts';

export type BlockedReason =
  | 'closed'
  | 'waiting'
  | 'other'
  | 'consulted'
  | 'ended'
  | 'quick-exit'
  | 'silent'
  | 'mail-take'
  | 'request-take'
  | 'no-address'
  | 'mail-queued'
  | 'mail-gone'
  | 'mail-unavailable';

function words(reason: BlockedReason, head: Head, text: Catalogue): string {
  const { composer, deferred, colleagues, requests, silence } = text;
  const holder = head.holder === null ? '' : `${head.holder.rank} ${head.holder.alias}`;
  if (reason === 'quick-exit' && head.left === 'quick-exit' && head.mayReturn) return silence.awaited;
  switch (reason) {
    case 'consulted':
      return colleagues.consult.blocked(holder);
    case 'other':
      return composer.blocked.other(holder);
    case 'request-take':
      return requests.take;
    case 'no-address':
      return requests.noAddress;
    case 'mail-take':
      return cameBack(head) ? deferred.blocked.takeReturned : deferred.blocked.take;
    case 'mail-queued':
      return deferred.blocked.queued;
    case 'mail-gone':
      return cameBack(head) ? deferred.blocked.returned : deferred.blocked.gone;
    case 'mail-unavailable':
      return deferred.blocked.noMail;
    default:
      return composer.blocked[reason];
  }
}

/** A server had taken the answer, and said later that it did not arrive. */
function cameBack(head: Head): boolean {
  return head.deferral?.mail?.state === 'returned';
}

function warns(reason: BlockedReason): boolean {
  return reason === 'quick-exit' || reason === 'mail-unavailable';
}

/** Nobody is there to write to: closing is what is left. */
const LEFT: ReadonlySet<BlockedReason> = new Set<BlockedReason>([
  'ended',
  'quick-exit',
  'silent',
  'mail-gone',
  'no-address',
]);

/** Why nothing can be written to this citizen, and the one thing to do about it. */
export function Blocked({ head, reason }: { readonly head: Head; readonly reason: BlockedReason }) {
  const text = useText();
  const { blocked } = text.composer;
  const desk = useDesk();
  const self = useSelf();
  const { busy, run } = useBusy();
  const { conversation, reference } = head;
  const left = LEFT.has(reason);
  const mayTake = reason === 'waiting' || reason === 'mail-take' || reason === 'request-take';
  const mine = head.holder?.officer === self.officer;
  const mayClose = left && (mine || self.role === 'supervisor');
  // Whoever may come back is waited for rather than closed upon.
  const awaited = mine && head.left === 'quick-exit' && head.mayReturn === true && head.status === 'active';
  const others = useOtherGroup(head);
  const first = others === null || head.forGroup === undefined ? null : head.forGroup;
  const language = useLanguage();
  return (
    <div className={warns(reason) ? 'blocked warning' : 'blocked'} role="note">
      <CircleSlash size={18} />
      <p>
        {first === null
          ? words(reason, head, text)
          : text.colleagues.reservedUntil(first.name, timeOfDay(first.until, language))}
      </p>
      {mayTake && (
        <RelayButton
          className="button primary"
          disabled={busy || first !== null}
          onClick={() =>
            run(async () => {
              if (await desk.take(conversation)) focusPlace('composer');
            })
          }
        >
          {blocked.take(reference)}
        </RelayButton>
      )}
      {awaited && (
        <RelayButton
          className="button primary"
          disabled={busy}
          onClick={() => run(() => desk.run({ kind: 'park', conversation }))}
        >
          {text.context.actions.park}
        </RelayButton>
      )}
      {mayClose && (
        <RelayButton
          className={awaited ? 'button' : 'button primary'}
          onClick={() => desk.openPanel({ kind: 'close', conversation, disposition: null })}
        >
          {blocked.close(reference)}
        </RelayButton>
      )}
    </div>
  );
}
