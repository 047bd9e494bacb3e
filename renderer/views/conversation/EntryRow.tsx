import { Check, CheckCheck, StickyNote } from 'lucide-react';
import type { Entry } from '../../../protocol/entry.ts';
import { timeOfDay } from '../../format/time.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { useLanguage, useSelf, useText } from '../provider.ts';
import { EmailCard } from './EmailCard.tsx';
import { MaskedText } from './MaskedText.tsx';
import { PlatformCard } from './PlatformCard.tsx';
import { StationCard } from './StationCard.tsx';
import { systemLine } from './systemLine.ts';

type Properties = { readonly entry: Entry; readonly follows: boolean; readonly read: boolean };

/** How an entry's author is called on this desk. */
export function authorName(author: Entry['author'], officer: string, text: Catalogue): string {
  if (author.role === 'citizen') return text.conversation.citizen;
  if (author.role === 'relay') return text.conversation.relay;
  return author.officer === officer ? text.conversation.me : `${author.rank} ${author.alias}`;
}

function Sent({ read }: { readonly read: boolean }) {
  const { state } = useText().conversation;
  return (
    <span className={read ? 'sent read' : 'sent'}>
      {read ? <CheckCheck size={14} /> : <Check size={14} />}
      {read ? state.read : state.sent}
    </span>
  );
}

/** One entry: what was said as bubbles, notes on their band, everything else as a quiet line. */
export function EntryRow({ entry, follows, read }: Properties) {
  const text = useText();
  const language = useLanguage();
  const self = useSelf();
  const { body, author } = entry;
  const time = timeOfDay(entry.at, language);
  const name = authorName(author, self.officer, text);
  const said = <span className="hidden">{text.conversation.said(name, time)} </span>;
  switch (body.kind) {
    case 'message': {
      const side = author.role === 'citizen' ? 'citizen' : 'officer';
      return (
        <article className={follows ? `message ${side} follows` : `message ${side}`}>
          {!follows && (
            <p className="message-author" aria-hidden="true">
              {name}
            </p>
          )}
          <div className="bubble">
            {said}
            {side === 'citizen' ? <MaskedText entry={entry} text={body.text} /> : body.text}
          </div>
          <p className="message-state">
            <span aria-hidden="true">{time}</span>
            {side === 'officer' && <Sent read={read} />}
          </p>
        </article>
      );
    }
    case 'note':
      return (
        <article className="note">
          <p className="note-head">
            <StickyNote size={14} />
            <strong>{text.conversation.note}</strong>
            <span>
              {name} · {time} · {text.conversation.noteHelp}
            </span>
          </p>
          <p className="note-text">{body.text}</p>
        </article>
      );
    case 'redirection':
    case 'station':
      return (
        <article className="message officer">
          {said}
          {body.kind === 'station' ? (
            <StationCard station={body.station} />
          ) : (
            <PlatformCard platform={body.platform} />
          )}
          <p className="message-state">
            <span aria-hidden="true">
              {name} · {time}
            </span>
            <Sent read={read} />
          </p>
        </article>
      );
    case 'question':
      return (
        <article className="message officer">
          <div className="bubble">
            {said}
            {body.text}
            <ul className="offered" aria-label={text.silence.offered}>
              {body.answers.map(({ label }) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
          </div>
          <p className="message-state">
            <span aria-hidden="true">
              {name} · {time}
            </span>
            <Sent read={read} />
          </p>
        </article>
      );
    case 'email':
      return <EmailCard entry={entry} text={body.text} name={name} said={said} />;
    default:
      return (
        <p className={body.kind === 'emergency' ? 'system urgent' : 'system'}>
          <time>{time}</time> {systemLine(entry, text)}
        </p>
      );
  }
}
