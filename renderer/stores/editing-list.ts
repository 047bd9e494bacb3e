import { type CannedResponse, type Day, isExpired } from '../../protocol/canned.ts';
import type { ContentItem, ContentUse } from '../../protocol/content-editing.ts';
import type { Content } from '../../protocol/desk-channel.ts';
import type { Language } from '../../protocol/language.ts';
import { healthOf } from '../../protocol/link-health.ts';
import { dayInWords } from '../format/time.ts';
import {
  contentIndex,
  platformDomain,
  platformName,
  responseIndex,
  responseTitle,
} from '../search/content.ts';
import { searchMeaning } from '../search/fuzzy.ts';
import type { EditKind } from './content-forms.ts';
import { draftKey, type EditFilter, type Editing, type EditOrder, NEW } from './editing-state.ts';

/** An item as the list shows it. */
export type ListRow = {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly unsaved: boolean;
  readonly unverified: boolean;
  readonly link: 'dead' | 'altered' | null;
  readonly expired: boolean;
  /** Its last day, when that is near. */
  readonly soon: string | null;
  /** How often it was sent this month; null where that is not counted, or not known. */
  readonly used: number | null;
};

/** From how many days before its last one a text is named: time enough to read it again. */
const SOON_DAYS = 60;
const MOST = 2_100;

export function filtersOf(kind: EditKind): readonly EditFilter[] {
  return kind === 'platform'
    ? ['all', 'unverified', 'link', 'unsaved']
    : ['all', 'ending', 'expired', 'soon', 'unsaved'];
}

export function ordersOf(kind: EditKind): readonly EditOrder[] {
  const common = ['catalogue', 'most-used', 'least-used'] as const;
  return kind === 'platform' ? common : [...common, 'ending'];
}

export type EndingTexts = {
  /** How many are no longer offered, and how many will not be after `until`, about two months from now. */
  readonly ended: number;
  readonly ending: number;
  readonly until: Day;
};

/** How many of the texts in service have ended or soon will. */
export function endingTexts(responses: readonly CannedResponse[], today: Day): EndingTexts {
  const until = dayAfter(today, SOON_DAYS);
  const ended = responses.filter((response) => isExpired(response, today)).length;
  const near = responses.filter((response) => isExpired(response, dayAfter(until, 1))).length;
  return { ended, ending: near - ended, until };
}

type Known = {
  readonly content: Content | null;
  readonly personal: readonly CannedResponse[];
  readonly editing: Editing;
};

function found({ content, personal, editing }: Known, kind: EditKind): readonly ContentItem[] {
  const { query } = editing;
  if (kind === 'personal') return searchMeaning(responseIndex(personal), query, MOST);
  const index = contentIndex(content);
  return kind === 'platform'
    ? searchMeaning(index.platforms, query, MOST)
    : searchMeaning(index.responses, query, MOST);
}

function dayAfter(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function badLink({ content }: Known, id: string): 'dead' | 'altered' | null {
  const state = content === null ? null : healthOf(content, id)?.state;
  return state === 'dead' || state === 'altered' ? state : null;
}

function rowOf(known: Known, kind: EditKind, item: ContentItem, language: Language, today: string): ListRow {
  const { editing } = known;
  const unsaved = editing.drafts.has(draftKey(kind, item.id));
  const used =
    kind === 'personal' || editing.overview === null ? null : usesOf(known, kind, item.id).thisMonth;
  const common = { id: item.id, unsaved, used };
  if ('nameFr' in item) {
    const where = [item.phone, platformDomain(item)].filter((part) => part !== null);
    return {
      ...common,
      name: platformName(item, language),
      detail: where.join(' · '),
      unverified: item.checked === 'unverified',
      link: badLink(known, item.id),
      expired: false,
      soon: null,
    };
  }
  const { validUntil } = item;
  const expired = isExpired(item, today);
  const isSoon = !expired && validUntil !== undefined && validUntil <= dayAfter(today, SOON_DAYS);
  return {
    ...common,
    name: responseTitle(item, language),
    detail: `/${item.shortcut} · ${item.category}`,
    unverified: false,
    link: null,
    expired,
    soon: isSoon ? dayInWords(validUntil, language) : null,
  };
}

function passes(row: ListRow, filter: EditFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unverified':
      return row.unverified;
    case 'link':
      return row.link !== null;
    case 'ending':
      return row.expired || row.soon !== null;
    case 'expired':
      return row.expired;
    case 'soon':
      return row.soon !== null;
    case 'unsaved':
      return row.unsaved;
  }
}

/** Sorts after every day where there is none. */
function lastDay(item: ContentItem): string {
  return ('validUntil' in item ? item.validUntil : undefined) ?? '9';
}

const NEVER: Omit<ContentUse, 'kind' | 'id'> = { thisMonth: 0, lastMonth: 0, year: 0 };

/** How often an item was sent; nothing but zeros when it never was, or nobody said. */
export function usesOf({ editing }: Pick<Known, 'editing'>, kind: EditKind, id: string): typeof NEVER {
  return editing.overview?.uses.find((use) => use.kind === kind && use.id === id) ?? NEVER;
}

/** The list as it is asked for: words, filter and order; what is being written new comes first. */
export function listRows(
  known: Known,
  kind: EditKind,
  language: Language,
  today: string,
): readonly ListRow[] {
  const { editing } = known;
  const items = [...found(known, kind)];
  if (editing.order === 'ending') items.sort((a, b) => lastDay(a).localeCompare(lastDay(b)));
  const rows = items
    .map((item) => rowOf(known, kind, item, language, today))
    .filter((row) => passes(row, editing.filter));
  const year = (row: ListRow) => usesOf(known, kind, row.id).year;
  if (editing.order === 'most-used') rows.sort((a, b) => year(b) - year(a));
  if (editing.order === 'least-used') rows.sort((a, b) => year(a) - year(b));
  const writing = editing.drafts.get(draftKey(kind, NEW));
  if (writing === undefined && editing.selected[kind] !== NEW) return rows;
  const name = writing?.values[kind === 'platform' ? 'nameFr' : 'titleFr'] ?? '';
  return [{ ...BLANK, name, unsaved: writing !== undefined }, ...rows];
}

const BLANK: ListRow = {
  id: NEW,
  name: '',
  detail: '',
  unsaved: false,
  unverified: false,
  link: null,
  expired: false,
  soon: null,
  used: null,
};
