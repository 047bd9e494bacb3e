import type { ComponentChildren, JSX } from 'preact';
import type { CitizenEntry } from '../../../protocol/entry.ts';
import type { Cursor } from '../../../protocol/ids.ts';
import { type CitizenLanguage, isWritten, langTag } from '../../../protocol/language.ts';
import { segments } from '../client/links.ts';
import { clockTime, spokenTime } from '../i18n/format.ts';
import type { Texts } from '../i18n/texts.ts';
import { usePage } from './context.ts';
import { OwnMessage } from './own-message.tsx';
import { RedirectionCard } from './redirection-card.tsx';
import { StationCard } from './station-card.tsx';

type Properties = {
  readonly entry: CitizenEntry;
  readonly earlier: readonly CitizenEntry[];
  readonly officerRead: Cursor;
  /** The conversation's language, whatever the interface speaks now. */
  readonly language: CitizenLanguage;
  /** What the conversation is called. */
  readonly reference: string;
};

export function EntryView({ entry, earlier, officerRead, language, reference }: Properties): JSX.Element {
  const { texts } = usePage();
  const { body } = entry;
  switch (body.kind) {
    case 'message':
      if (entry.author.role === 'citizen') {
        const state = entry.seq <= officerRead ? 'read' : 'acknowledged';
        return <OwnMessage text={body.text} at={entry.at} state={state} />;
      }
      return (
        <Theirs entry={entry}>
          {/* What an officer writes to somebody whose language is none of theirs is nobody's guess. */}
          <div class="bubble" dir="auto" lang={isWritten(language) ? langTag(language) : ''}>
            <LinkedText text={body.text} />
          </div>
        </Theirs>
      );
    case 'question':
      return (
        <Theirs entry={entry}>
          <div class="bubble" lang={language}>
            {body.text}
          </div>
        </Theirs>
      );
    case 'redirection':
      return (
        <Theirs entry={entry} card={true}>
          <RedirectionCard platform={body.platform} />
        </Theirs>
      );
    case 'station':
      return (
        <Theirs entry={entry} card={true}>
          <StationCard station={body.station} />
        </Theirs>
      );
    default:
      return <p class={`line line-${body.kind}`}>{lineWords(entry, earlier, texts, reference)}</p>;
  }
}

function Theirs({
  entry,
  card = false,
  children,
}: {
  readonly entry: CitizenEntry;
  readonly card?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { language, texts } = usePage();
  const author = authorName(entry, texts);
  return (
    <div class={card ? 'message theirs message-card' : 'message theirs'}>
      <p class="visually-hidden">{texts.chat.said(author, spokenTime(entry.at, language))}</p>
      <p class="message-author" aria-hidden="true">
        {author} <time>{clockTime(entry.at, language)}</time>
      </p>
      {children}
    </div>
  );
}

function authorName({ author }: CitizenEntry, { chat }: Texts): string {
  switch (author.role) {
    case 'officer':
      return `${author.rank} ${author.alias}`;
    case 'citizen':
      return chat.you;
    case 'relay':
      return chat.service;
  }
}

function lineWords(
  { author, body }: CitizenEntry,
  earlier: readonly CitizenEntry[],
  { chat, deferred, silence }: Texts,
  reference: string,
): string {
  switch (body.kind) {
    case 'deferral':
      return deferred.line;
    case 'opened':
      return chat.opened;
    case 'assignment': {
      const officer = `${body.to.rank} ${body.to.alias}`;
      const first = earlier.every((before) => before.body.kind !== 'assignment');
      return first ? chat.taken(officer) : chat.takenOver(officer);
    }
    case 'release':
      return chat.released;
    case 'emergency':
      return chat.flagged;
    case 'departure':
      return author.role === 'citizen' ? chat.departed : chat.absent;
    case 'closure':
      return chat.closed;
    case 'return-phrase':
      return silence.linePhrase(reference);
    case 'return':
      return silence.lineReturn;
    case 'silence':
      return body.on ? silence.lineOn : silence.lineOff;
    case 'message':
    case 'question':
    case 'redirection':
    case 'station':
      return '';
  }
}

/** A text with its https addresses as links, each shown whole: see `segments`. */
function LinkedText({ text }: { readonly text: string }): JSX.Element {
  const { texts } = usePage();
  return (
    <>
      {segments(text).map((segment, index) =>
        segment.kind === 'link' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sent text never changes, its pieces keep their places
          <a key={index} href={segment.text} target="_blank" rel="noopener noreferrer">
            {segment.text} <span class="new-window">{texts.chat.newWindow}</span>
          </a>
        ) : (
          segment.text
        ),
      )}
    </>
  );
}
