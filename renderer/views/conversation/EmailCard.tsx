import { Mail, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Entry } from '../../../protocol/entry.ts';
import { timeOfDay } from '../../format/time.ts';
import { findHead, hasDeadAddress } from '../../stores/heads.ts';
import { useDesk, useLanguage, useSelf, useText, useView } from '../provider.ts';
import { writeBelow } from './writeBelow.ts';

type Properties = {
  readonly entry: Entry;
  readonly text: string;
  readonly name: string;
  /** Who said it and when, for screen readers. */
  readonly said: ReactNode;
};

/** An answer by e-mail in the journal: unlike anything said in the chat, with what became of it. */
export function EmailCard({ entry, text, name, said }: Properties) {
  const { deferred } = useText();
  const language = useLanguage();
  const desk = useDesk();
  const self = useSelf();
  const head = useView((view) => findHead(view.heads, entry.conversation));
  const mail = head?.deferral?.mail ?? null;
  const mine = head?.holder?.officer === self.officer;
  const isLatest = mail?.email === entry.id;
  const failed = isLatest && mail.state !== 'queued' && mail.state !== 'accepted';
  return (
    <article className="message officer email-entry">
      <div className="email-card">
        <p className="email-card-head">
          <Mail size={14} />
          <strong>{deferred.entry.title}</strong>
          {isLatest && (
            <span className={failed ? 'late' : ''} role="status">
              {deferred.states[mail.state]}
            </span>
          )}
        </p>
        <div className="email-card-text">
          {said}
          {text}
        </div>
      </div>
      <p className="message-state">
        <span aria-hidden="true">
          {name} · {timeOfDay(entry.at, language)}
        </span>
        {failed && mine && head.deferral?.address === true && (
          <button
            type="button"
            className="button small"
            onClick={() => writeBelow(desk, entry.conversation, [text])}
          >
            <RotateCcw size={14} />
            {hasDeadAddress(head) ? deferred.entry.reuseSame : deferred.entry.reuse}
          </button>
        )}
      </p>
    </article>
  );
}
