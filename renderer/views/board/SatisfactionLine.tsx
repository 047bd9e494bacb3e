import { SATISFACTIONS, type SatisfactionCounts } from '../../../protocol/satisfaction.ts';
import { quantity } from '../../format/plural.ts';
import { useLanguage, useText, useView } from '../provider.ts';

/** What people answered after the end, as counts: of nobody, by nobody. */
export function SatisfactionLine() {
  const { satisfaction: text } = useText().requests;
  const language = useLanguage();
  const figures = useView((view) => view.state?.satisfaction ?? null);
  if (figures === null) return null;
  const counts = (of: SatisfactionCounts) =>
    SATISFACTIONS.map((answer) => (
      <span key={answer}>
        {text[answer]} <strong>{quantity(of[answer], language)}</strong>
      </span>
    ));
  return (
    <dl className="satisfaction-line" aria-label={text.title}>
      <div className="satisfaction-days">
        <dt>{text.today}</dt>
        <dd className="satisfaction-counts">{counts(figures.today)}</dd>
      </div>
      <div className="satisfaction-days">
        <dt>{text.week}</dt>
        <dd className="satisfaction-counts">{counts(figures.week)}</dd>
      </div>
    </dl>
  );
}
