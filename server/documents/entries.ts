import type { AbuseReason } from '../../protocol/abuse.ts';
import type { AskedQuestion } from '../../protocol/closed-question.ts';
import type { CitizenEntry, Entry, EntryBody, PersonEntry } from '../../protocol/entry.ts';
import type { Language } from '../../protocol/language.ts';
import type { Platform } from '../../protocol/platform.ts';
import type { RequestForm } from '../../protocol/request.ts';
import { type Station, stationHours, stationNote, stationTown } from '../../protocol/station.ts';
import type { JournalItem } from './model.ts';
import { stamp, type Words, wordsOf } from './words/index.ts';

type Told = Pick<JournalItem, 'text' | 'aside'>;
type Face = { readonly rank: string; readonly alias: string };

function faceOf({ rank, alias }: Face): string {
  return `${rank} ${alias}`;
}

function said(text: string): Told {
  return { text, aside: false };
}

function happened(text: string, ...more: readonly (string | null)[]): Told {
  return { text: [text, ...more.filter((line) => line !== null)].join('\n'), aside: true };
}

function question({ text, answers }: AskedQuestion): Told {
  return said([text, ...answers.map(({ label }) => `– ${label}`)].join('\n'));
}

function card(platform: Platform, language: Language, { platform: labels, colon }: Words): Told {
  const french = language === 'fr';
  const line = (label: string, value: string | null): string[] =>
    value === null || value === '' ? [] : [`${label}${colon}${value}`];
  return said(
    [
      french ? platform.nameFr : platform.nameEn,
      french ? platform.purposeFr : platform.purposeEn,
      ...line(labels.link, platform.url),
      ...line(labels.phone, platform.phone),
      ...line(labels.hours, platform.hours),
    ].join('\n'),
  );
}

/** A place that receives the public, as an envelope and a door say it. */
function place(station: Station, language: Language, words: Words): Told {
  const { platform: labels, station: told, colon } = words;
  const line = (label: string, value: string): string[] => (value === '' ? [] : [`${label}${colon}${value}`]);
  const { always, phone, wheelchair } = station;
  const access = wheelchair === true ? [told.wheelchair] : wheelchair === false ? [told.noWheelchair] : [];
  return said(
    [
      station.name,
      ...station.address,
      stationTown(station),
      ...line(labels.phone, phone ?? ''),
      ...line(labels.hours, always ? told.always : ''),
      ...line(labels.hours, stationHours(station, language).text),
      ...access,
      ...line(told.note, stationNote(station, language)?.text ?? ''),
    ].join('\n'),
  );
}

/** What a form of the site asked for. */
function requested(form: RequestForm, { happened: told, colon }: Words): Told {
  const { requested: labels } = told;
  if (form.about === 'malfunction') {
    return happened(labels.malfunction, form.place === null ? null : `${labels.place}${colon}${form.place}`);
  }
  return happened(
    labels.rights[form.right],
    form.concerns === null ? null : `${labels.concerns}${colon}${form.concerns}`,
  );
}

function abuseOf(reason: AbuseReason | undefined, words: Words): string {
  return reason === undefined ? '' : ` (${words.abuse[reason]})`;
}

function citizenWords({ body }: PersonEntry, language: Language, words: Words): Told {
  switch (body.kind) {
    case 'opened':
      if (body.form !== undefined) return requested(body.form, words);
      return happened(words.happened.opened(body.termsVersion));
    case 'message':
      return said(body.text);
    case 'redirection':
      return card(body.platform, language, words);
    case 'station':
      return place(body.station, language, words);
    case 'assignment':
      return happened(words.happened.answers(faceOf(body.to)));
    case 'release':
      return happened(words.happened.released);
    case 'emergency':
      return happened(words.happened.emergency);
    case 'departure':
      return happened(words.happened.youLeft);
    case 'deferral':
      return happened(words.happened.youDeferred);
    case 'email':
      return happened(words.happened.email, body.text);
    case 'email-outcome':
      return happened(words.happened.mail[body.outcome]);
    case 'address-destroyed':
      return happened(words.happened.addressDestroyed);
    case 'closure':
      return happened(words.happened.closed);
    case 'silence':
      return happened(body.on ? words.happened.youAreSilent : words.happened.youWriteAgain);
    case 'return-phrase':
      return happened(words.happened.youChosePhrase);
    case 'return':
      return happened(words.happened.youReturned);
    case 'question':
      return question(body);
  }
}

function noted(text: string | null, label: string, { colon }: Words): string | null {
  return text === null ? null : `${label}${colon}${text}`;
}

/** Back in the queue: why, and for whom first. */
function released(body: Extract<EntryBody, { kind: 'release' }>, told: Words['happened']): string {
  const meant = [
    told.releasedWhy[body.reason],
    ...(body.needs === 'supervisor' ? [told.forSupervisor] : []),
    ...(body.group === undefined ? [] : [told.forGroup(body.group.name)]),
  ];
  return `${told.released} (${meant.join(', ')})`;
}

function internalWords({ body }: Entry, language: Language, words: Words): Told {
  const { happened: told } = words;
  switch (body.kind) {
    case 'opened':
      if (body.form !== undefined) return requested(body.form, words);
      return happened(
        told.opened(body.termsVersion),
        body.subject === null ? null : told.subject(body.subject),
      );
    case 'message':
    case 'note':
      return said(body.text);
    case 'question':
      return question(body);
    case 'silence':
      return happened(body.on ? told.silent : told.writesAgain);
    case 'orientation':
      return happened(told.orientation(body.path.join(' › ')));
    case 'return-phrase':
      return happened(told.chosePhrase);
    case 'return':
      return happened(told.returned);
    case 'redirection':
      return card(body.platform, language, words);
    case 'station':
      return place(body.station, language, words);
    case 'assignment':
      return happened(
        `${told.took(faceOf(body.to))} (${told.assignedHow[body.reason]})`,
        noted(body.note, told.note, words),
      );
    case 'release':
      return happened(released(body, told), noted(body.note, told.note, words));
    case 'consultation':
      return happened(
        told.consulted[body.asked ? 'asked' : 'over'](faceOf(body.colleague)),
        noted(body.note, told.note, words),
      );
    case 'parking':
      return happened(body.parked ? told.parked : told.resumed);
    case 'subject':
      return happened(told.subject(body.subject));
    case 'tags':
      return happened(body.tags.length === 0 ? told.noTags : told.tags(body.tags.join(', ')));
    case 'emergency':
      return happened(told.flagged);
    case 'emergency-acknowledged':
      return happened(told.acknowledged);
    case 'departure':
      return happened(told.left);
    case 'deferral':
      return happened(told.deferred);
    case 'email':
      return happened(told.email, body.text);
    case 'email-outcome':
      return happened(told.mail[body.outcome]);
    case 'address-destroyed':
      return happened(told.addressDestroyed);
    case 'reveal':
      return happened(`${told.revealed}${words.colon}${words.personal[body.item]}`);
    case 'warned':
      return happened(told.warned);
    case 'blocked':
      return happened(told.blocked(body.what, body.hours));
    case 'unblocked':
      return happened(
        body.reason === undefined
          ? told.unblocked
          : `${told.unblocked}${words.colon}${words.lifted[body.reason]}`,
      );
    case 'exported':
      return happened(`${told.exported}${words.colon}${body.reason}`);
    case 'carried':
      return happened(
        `${told.carried}${words.colon}${body.items.map((kind) => words.personal[kind]).join(', ')}`,
      );
    case 'closure':
      return happened(
        `${told.closed}${words.colon}${words.dispositions[body.disposition]}${abuseOf(body.abuse, words)}`,
        noted(body.comment, told.comment, words),
      );
  }
}

function who(author: Entry['author'] | CitizenEntry['author'], words: Words, citizen: string): string {
  if (author.role === 'officer') return faceOf(author);
  return author.role === 'citizen' ? citizen : words.people.relay;
}

/** What the citizen could read, or was sent, addressed to them: officers by rank and alias. */
export function citizenItems(entries: readonly PersonEntry[], language: Language): JournalItem[] {
  const words = wordsOf(language);
  return entries.map((entry) => ({
    head: `${who(entry.author, words, words.people.you)} – ${stamp(language, entry.at)}`,
    ...citizenWords(entry, language, words),
  }));
}

/** The whole journal, numbered as its chain is: notes, tags and comments included. */
export function internalItems(entries: readonly Entry[], language: Language): JournalItem[] {
  const words = wordsOf(language);
  return entries.map((entry) => {
    const author = who(entry.author, words, words.people.citizen);
    const note = entry.body.kind === 'note' ? ` – ${words.people.whisper}` : '';
    return {
      head: `${entry.seq}. ${author} – ${stamp(language, entry.at)}${note}`,
      ...internalWords(entry, language, words),
    };
  });
}
