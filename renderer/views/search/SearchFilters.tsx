import { DISPOSITIONS } from '../../../protocol/entry.ts';
import { PERIODS } from '../../stores/search.ts';
import { useDesk, useText, useView } from '../provider.ts';

type Option = { readonly value: string; readonly label: string };

type Properties = {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onChange: (value: string | null) => void;
};

/** One of several, or all: a native list, so that it opens and is typed in as everywhere. */
function Filter({ label, all, value, options, onChange }: Properties) {
  return (
    <label className="search-filter">
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What narrows a search: time, how it ended, tags, who had a part in it. */
export function SearchFilters() {
  const { search: text, dispositions } = useText();
  const desk = useDesk();
  const { asked, facets } = useView((view) => view.search);
  return (
    <div className="search-filters">
      <Filter
        label={text.period}
        all={text.anyTime}
        value={asked.period === null ? null : String(asked.period)}
        options={PERIODS.map((days) => ({ value: String(days), label: text.periods[days] }))}
        onChange={(value) => desk.search({ period: PERIODS.find((days) => String(days) === value) ?? null })}
      />
      <Filter
        label={text.disposition}
        all={text.any}
        value={asked.disposition}
        options={DISPOSITIONS.map((value) => ({ value, label: dispositions[value].name }))}
        onChange={(value) => desk.search({ disposition: DISPOSITIONS.find((one) => one === value) ?? null })}
      />
      <Filter
        label={text.tag}
        all={text.any}
        value={asked.tag}
        options={facets.tags.map((tag) => ({ value: tag, label: tag }))}
        onChange={(tag) => desk.search({ tag })}
      />
      <Filter
        label={text.officer}
        all={text.anyOfficer}
        value={asked.officer}
        options={facets.officers.map(({ officer, rank, alias }) => ({
          value: officer,
          label: `${alias} (${rank})`,
        }))}
        onChange={(officer) => desk.search({ officer })}
      />
    </div>
  );
}
