import { quantity } from '../../format/plural.ts';
import { shortDuration } from '../../format/time.ts';
import { dutyOf, longestWait } from '../../stores/board.ts';
import { awaitingOf, flaggedOf } from '../../stores/heads.ts';
import { isLate, LATE } from '../../stores/thresholds.ts';
import { useClock, useLanguage, useText, useView } from '../provider.ts';

/** Four numbers, large enough to be read from the next desk. */
export function Numbers() {
  const { numbers: text } = useText().board;
  const language = useLanguage();
  const queue = useView((view) => awaitingOf(view.heads.open));
  const flagged = useView((view) => flaggedOf(view.heads.open).length);
  const roster = useView((view) => view.roster);
  const wait = useClock((now) =>
    queue.length === 0 ? '–' : shortDuration(longestWait(queue, now), language),
  );
  const late = useClock((now) => isLate(now - longestWait(queue, now), now, LATE.queue));
  const duty = dutyOf(roster);
  return (
    <dl className="numbers" aria-label={text.label}>
      <div className="number">
        <dt>{text.waiting}</dt>
        <dd>{quantity(queue.length, language)}</dd>
      </div>
      <div className={late ? 'number late' : 'number'}>
        <dt>{text.longest}</dt>
        <dd>{wait}</dd>
      </div>
      <div className="number">
        <dt>{text.perOfficer}</dt>
        <dd>
          {quantity(duty.perOfficer, language)}{' '}
          <span className="number-detail">{text.perOfficerDetail(duty.active, duty.officers)}</span>
        </dd>
      </div>
      <div className={flagged > 0 ? 'number urgent' : 'number'}>
        <dt>{text.emergencies(flagged)}</dt>
        <dd>{quantity(flagged, language)}</dd>
      </div>
    </dl>
  );
}
