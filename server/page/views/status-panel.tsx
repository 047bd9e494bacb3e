import type { JSX } from 'preact';
import type { ClientState, Status } from '../client/state.ts';
import { useLasting, usePage } from './context.ts';
import { Icon } from './icons.tsx';

/** A cut shorter than this (ms) changes the light's word only: no banner comes and goes. */
const PASSING_CUT = 1_500;

/** Place in the queue, lost connection, absent officer: a live region that is there from the start. */
export function StatusPanel({ chat }: { readonly chat: ClientState }): JSX.Element {
  const { texts } = usePage();
  const cut = useLasting(chat.phase === 'open' && chat.light === 'lost', PASSING_CUT);
  const { status } = chat;
  const absent = status?.status === 'active' && !status.officerOnline;
  return (
    <div class="status-panel" role="status">
      {cut && (
        <p class="banner banner-late">
          <Icon name="alert" /> <span>{texts.light.lostLong}</span>
        </p>
      )}
      {chat.phase === 'open' && !cut && absent && (
        <p class="banner banner-late">
          <Icon name="clock" /> <span>{texts.chat.away}</span>
        </p>
      )}
      {chat.phase === 'open' && status?.status === 'waiting' && <Place status={status} />}
    </div>
  );
}

function Place({ status }: { readonly status: Status }): JSX.Element {
  const { queue } = usePage().texts;
  return (
    <div class="place">
      <p class="place-position">
        {status.position === null ? queue.unknown : queue.position(status.position)}
      </p>
      <p>{status.estimate === null ? queue.nobodyNow : queue.estimate(status.estimate)}</p>
    </div>
  );
}
