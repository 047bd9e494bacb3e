import {
  CircleCheckBig,
  Flag,
  MessageSquareWarning,
  PauseCircle,
  PlayCircle,
  Undo2,
  UserRoundCheck,
  UserRoundPlus,
} from 'lucide-react';
import type { Head } from '../../../protocol/head.ts';
import { RelayButton } from '../../components/RelayButton.tsx';
import { useBusy } from '../../components/useBusy.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { focusPlace } from '../focus.ts';
import { useOtherGroup } from '../lists/useOtherGroup.ts';
import { useDesk, useSelf, useText } from '../provider.ts';
import { mayChange } from './rights.ts';

/** Where it goes back to. */
function releaseWords({ form, deferral }: Head, { context, deferred, requests }: Catalogue): string {
  if (form !== undefined) return requests.release.submit;
  return deferral == null ? context.actions.release : deferred.release.submit;
}

/** What can be done with a conversation that is open. What one may not do is not shown. */
export function Actions({ head }: { readonly head: Head }) {
  const catalogue = useText();
  const { personal } = catalogue;
  const { actions: text, emergency } = catalogue.context;
  const desk = useDesk();
  const self = useSelf();
  const { busy, run } = useBusy();
  const { conversation } = head;
  const others = useOtherGroup(head);
  const awaited = head.left === 'quick-exit' && head.mayReturn === true;
  const mine = head.holder?.officer === self.officer;
  const may = mayChange(head, self);
  const parked = head.status === 'parked';
  // Nobody waits on a page: an answer by e-mail, or a request of the site.
  const apart = head.deferral != null || head.form !== undefined;
  const isForAnyone = head.status === 'waiting' || head.status === 'deferred';
  return (
    <section className="actions" data-mine={mine} data-apart={apart} aria-label={text.title}>
      {may && (
        <RelayButton
          className="button whole"
          aria-keyshortcuts="Alt+C"
          title={`${text.close} (Alt+C)`}
          onClick={() => desk.openPanel({ kind: 'close', conversation, disposition: null })}
        >
          <CircleCheckBig size={16} />
          {text.close}
        </RelayButton>
      )}
      {isForAnyone && (
        <RelayButton
          className={may ? 'button' : 'button primary'}
          disabled={busy || others !== null}
          onClick={() =>
            run(async () => {
              if (await desk.take(conversation)) focusPlace('composer');
            })
          }
        >
          <UserRoundCheck size={16} />
          {text.take}
        </RelayButton>
      )}
      {may && (
        <RelayButton className="button" onClick={() => desk.openPanel({ kind: 'assign', conversation })}>
          <UserRoundPlus size={16} />
          {mine ? text.assign : text.assignSupervisor}
        </RelayButton>
      )}
      {mine && (head.left === null || awaited) && !apart && (
        <RelayButton
          className="button"
          title={text.parkHelp}
          disabled={busy}
          onClick={() => run(() => desk.run({ kind: parked ? 'resume' : 'park', conversation }))}
        >
          {parked ? <PlayCircle size={16} /> : <PauseCircle size={16} />}
          {parked ? text.resume : text.park}
        </RelayButton>
      )}
      {mine && (head.left === null || apart) && (
        <RelayButton className="button" onClick={() => desk.openPanel({ kind: 'release', conversation })}>
          <Undo2 size={16} />
          {releaseWords(head, catalogue)}
        </RelayButton>
      )}
      {mine && head.left === null && !apart && (
        <RelayButton
          className="button"
          title={personal.abuse.warnHelp}
          disabled={busy}
          onClick={() => run(() => desk.run({ kind: 'warn', conversation }))}
        >
          <MessageSquareWarning size={16} />
          {personal.abuse.warn}
        </RelayButton>
      )}
      {head.emergency !== 'flagged' && (may || isForAnyone) && (
        <RelayButton
          className="button whole"
          disabled={busy}
          onClick={() => run(() => desk.run({ kind: 'flag-emergency', conversation }))}
        >
          <Flag size={16} />
          {emergency.flag}
        </RelayButton>
      )}
    </section>
  );
}
