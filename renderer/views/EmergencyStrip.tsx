import { Siren } from 'lucide-react';
import { RelayButton } from '../components/RelayButton.tsx';
import { SubjectText } from '../components/SubjectText.tsx';
import { useBusy } from '../components/useBusy.ts';
import { shortDuration } from '../format/time.ts';
import { flaggedOf, inTurn } from '../stores/heads.ts';
import { showEmergency } from './acts.ts';
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
  const [first] = inTurn(flagged, self.officer);
  const since = first?.waitingSince ?? 0;
  const wait = useClock((now) => shortDuration(now - since, language));
  const { busy, run } = useBusy();
  if (first === undefined) return <div className="emergency-place" data-react-aria-top-layer="true" />;
  const mine = first.holder?.officer === self.officer;
  const where =
    first.holder === null
      ? emergency.waits(wait)
      : emergency.held(`${first.holder.rank} ${first.holder.alias}`);
  const { conversation, reference } = first;
  return (
    <section
      className="emergency-place emergency-strip"
      // Also over a dialog, whose keys and clicks it does not end.
      data-react-aria-top-layer="true"
      aria-label={emergency.region}
    >
      <Siren size={20} />
      <p>
        <strong>
          {emergency.word} {reference}
        </strong>
        {/* Before what may give way: nobody overlooks the second one. */}
        {flagged.length > 1 && (
          <strong className="emergency-others">+ {emergency.others(flagged.length - 1)}</strong>
        )}
        <span className="emergency-subject">
          <SubjectText subject={first.subject} />
          {!mine && ` – ${where}`}
        </span>
      </p>
      {first.status === 'waiting' ? (
        <RelayButton
          // What a press began on is what it takes: the first emergency may be another one by the time it ends.
          key={`take-${conversation}`}
          className="button on-emergency"
          disabled={busy}
          aria-label={emergency.takeNamed(reference)}
          onClick={() =>
            run(async () => {
              if (!(await desk.take(conversation))) return;
              desk.openPanel(null);
              focusPlace('composer');
            })
          }
        >
          {emergency.take}
        </RelayButton>
      ) : (
        <button
          key={`open-${conversation}`}
          type="button"
          className="button on-emergency"
          aria-label={emergency.openNamed(reference)}
          onClick={() => showEmergency(desk, conversation)}
        >
          {emergency.open}
        </button>
      )}
    </section>
  );
}
