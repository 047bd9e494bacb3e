import { Siren } from 'lucide-react';
import { SubjectText } from '../components/SubjectText.tsx';
import { useBusy } from '../components/useBusy.ts';
import { shortDuration } from '../format/time.ts';
import { flaggedOf } from '../stores/heads.ts';
import { focusPlace } from './focus.ts';
import { useClock, useDesk, useLanguage, useSelf, useText, useView } from './provider.ts';

/** Flagged emergencies that nobody acknowledged: red, in the middle of the bar, until somebody does. */
export function EmergencyStrip() {
  const text = useText();
  const { emergency } = text.shell;
  const desk = useDesk();
  const self = useSelf();
  const language = useLanguage();
  const flagged = useView((view) => flaggedOf(view.heads.open));
  const first = flagged[0];
  const since = first?.waitingSince ?? 0;
  const wait = useClock((now) => shortDuration(now - since, language));
  const { busy, run } = useBusy();
  if (first === undefined) return <div className="emergency-place" />;
  const mine = first.holder?.officer === self.officer;
  const where =
    first.holder === null
      ? emergency.waits(wait)
      : emergency.held(`${first.holder.rank} ${first.holder.alias}`);
  const { conversation, reference } = first;
  return (
    <section className="emergency-place emergency-strip" aria-label={emergency.region}>
      <Siren size={20} />
      <p>
        <strong>
          {emergency.word} {reference}
        </strong>
        <span className="emergency-subject">
          {' '}
          <SubjectText subject={first.subject} />
        </span>
        {!mine && <span> – {where}</span>}
        {flagged.length > 1 && <span> – {emergency.others(flagged.length - 1)}</span>}
      </p>
      {first.status === 'waiting' ? (
        <button
          type="button"
          className="button on-emergency"
          disabled={busy}
          aria-label={emergency.takeNamed(reference)}
          onClick={() =>
            run(async () => {
              if (await desk.take(conversation)) focusPlace('composer');
            })
          }
        >
          {emergency.take}
        </button>
      ) : (
        <button
          type="button"
          className="button on-emergency"
          aria-label={emergency.openNamed(reference)}
          onClick={() => {
            desk.select(conversation);
            focusPlace('composer');
          }}
        >
          {emergency.open}
        </button>
      )}
    </section>
  );
}
