import type { CannedResponse } from '../../protocol/canned.ts';
import type { ContentItem } from '../../protocol/content-editing.ts';
import { PLATFORM_KINDS, type Platform, type PlatformKind } from '../../protocol/platform.ts';
import { normalise } from '../search/normalise.ts';

/** What can be edited: what is shared, and the officer's own responses. */
export const EDIT_KINDS = ['platform', 'response', 'personal'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** The fields of a form, each as the text of its control; lists are parted by commas. */
export type FormValues = Readonly<Record<string, string>>;

const PLATFORM_FIELDS = [
  'kind',
  'nameFr',
  'nameEn',
  'url',
  'phone',
  'purposeFr',
  'purposeEn',
  'audience',
  'audienceEn',
  'hours',
  'hoursEn',
  'source',
  'checked',
  'keywords',
  'fallback',
  'alsoAt',
] as const;
const RESPONSE_FIELDS = [
  'shortcut',
  'category',
  'titleFr',
  'titleEn',
  'textFr',
  'textEn',
  'platforms',
  'source',
  'validUntil',
] as const;
export type PlatformField = (typeof PLATFORM_FIELDS)[number];
export type ResponseField = (typeof RESPONSE_FIELDS)[number];
export type ContentField = PlatformField | ResponseField;

export function fieldsOf(kind: EditKind): readonly ContentField[] {
  return kind === 'platform' ? PLATFORM_FIELDS : RESPONSE_FIELDS;
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : '';
}

/** An item as a form shows it; for null, an empty form. */
export function valuesOf(kind: EditKind, item: ContentItem | null): FormValues {
  const given: Readonly<Record<string, unknown>> = item ?? {};
  const values = fieldsOf(kind).map((field): [string, string] => [field, asText(given[field])]);
  const empty = kind === 'platform' ? { kind: 'info', checked: 'unverified' } : {};
  return { ...Object.fromEntries(values), ...(item === null ? empty : {}) };
}

export function sameValues(a: FormValues, b: FormValues): boolean {
  return Object.keys(a).every((field) => a[field] === b[field]);
}

/** The parts of a list typed with commas, semicolons or new lines between. */
export function listOf(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Lower case letters, digits and hyphens of a name, for an id or a shortcut. */
export function slugOf(name: string, length = 40): string {
  return normalise(name)
    .replaceAll(' ', '-')
    .replaceAll(/[^a-z0-9-]/g, '')
    .slice(0, length)
    .replace(/-+$/, '');
}

/** An id that none of `taken` is, made of a name. */
export function newIdFor(name: string, taken: ReadonlySet<string>): string {
  const base = slugOf(name, 34) || 'sans-nom';
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const id = `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

function kindIn(text: string): PlatformKind {
  return PLATFORM_KINDS.find((kind) => kind === text) ?? 'other';
}

/** What a form says, as a platform; whether it may be kept is not asked here. */
export function platformFrom(id: string, values: FormValues): Platform {
  const text = (field: PlatformField) => (values[field] ?? '').trim();
  const [keywords, alsoAt] = [listOf(text('keywords')), listOf(text('alsoAt'))];
  return {
    id,
    kind: kindIn(text('kind')),
    nameFr: text('nameFr'),
    nameEn: text('nameEn'),
    url: text('url') === '' ? null : text('url'),
    phone: text('phone') === '' ? null : text('phone'),
    purposeFr: text('purposeFr'),
    purposeEn: text('purposeEn'),
    audience: text('audience'),
    ...(text('audienceEn') === '' ? {} : { audienceEn: text('audienceEn') }),
    hours: text('hours'),
    ...(text('hoursEn') === '' ? {} : { hoursEn: text('hoursEn') }),
    source: text('source'),
    checked: text('checked') === 'sourced' ? 'sourced' : 'unverified',
    ...(keywords.length === 0 ? {} : { keywords }),
    ...(text('fallback') === '' ? {} : { fallback: text('fallback') }),
    ...(alsoAt.length === 0 ? {} : { alsoAt }),
  };
}

/** What a form says, as a response. The texts themselves stay exactly as they were typed. */
export function responseFrom(id: string, values: FormValues): CannedResponse {
  const text = (field: ResponseField) => (values[field] ?? '').trim();
  const platforms = listOf(text('platforms'));
  return {
    id,
    shortcut: text('shortcut'),
    category: text('category'),
    titleFr: text('titleFr'),
    titleEn: text('titleEn'),
    textFr: values['textFr'] ?? '',
    textEn: values['textEn'] ?? '',
    ...(platforms.length === 0 ? {} : { platforms }),
    ...(text('source') === '' ? {} : { source: text('source') }),
    ...(text('validUntil') === '' ? {} : { validUntil: text('validUntil') }),
  };
}

/** The fields in which two items differ, as their form names them. */
export function differingFields(
  kind: EditKind,
  one: ContentItem | null,
  other: ContentItem | null,
): readonly ContentField[] {
  const [a, b] = [valuesOf(kind, one), valuesOf(kind, other)];
  return fieldsOf(kind).filter((field) => a[field] !== b[field]);
}
