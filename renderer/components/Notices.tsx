import { CircleCheck, Hourglass, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Catalogue } from '../i18n/catalogue.ts';
import { CATALOGUES } from '../i18n/languages.ts';
import type { PendingClosure } from '../stores/closing.ts';
import { isPassing, type Notice, type NoticeContent } from '../stores/notices.ts';
import { useDesk, useText, useView } from '../views/provider.ts';

/** The sentence of a notice. */
export function noticeText(content: NoticeContent, text: Catalogue): string {
  const { notices, refusals } = text;
  switch (content.kind) {
    case 'refused': {
      const line = `${notices.acts[content.command]} ${refusals[content.code]}`;
      return content.reference === null ? line : `${content.reference} – ${line}`;
    }
    case 'conversation-changed':
      return notices.conversationChanged(content.reference);
    case 'missing-variables':
      return notices.missingVariables(
        content.names.map((name) => `{${name}} (${variableName(name, text)})`).join(', '),
      );
    case 'too-long':
      return notices.tooLong;
    case 'purged':
      return notices.purged;
    case 'gone':
      return notices.gone(content.reference);
    case 'closed':
      return notices.closed(content.reference);
    case 'handed-over':
      return notices.handedOver(content.count);
    case 'closing-undone':
      return notices.closingUndone(content.reference);
    case 'closing-stopped':
      return notices.closingStopped(content.reference);
    case 'taken':
      return notices.taken(content.reference);
    case 'queue-empty':
      return notices.queueEmpty;
    case 'nothing-unread':
      return notices.nothingUnread;
    case 'failed':
      return text.shell.failed;
  }
}

function variableName(name: string, text: Catalogue): string {
  return text.composer.variables[name] ?? CATALOGUES.fr.composer.variables[name] ?? name;
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const text = useText();
  const desk = useDesk();
  const passing = isPassing(notice.content);
  return (
    <li className={passing ? 'notice' : 'notice problem'}>
      {passing ? <CircleCheck size={16} /> : <TriangleAlert size={16} />}
      <span>{noticeText(notice.content, text)}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={text.shell.dismiss}
        onClick={() => desk.dismiss(notice.id)}
      >
        <X size={16} />
      </button>
    </li>
  );
}

/** A closure on its way, and what stops it. Read aloud once: the seconds are for the eye alone. */
function ClosingLine({ closing }: { readonly closing: PendingClosure }) {
  const { notices } = useText();
  const desk = useDesk();
  const seconds = useClosingSeconds(closing.dueAt);
  return (
    <li className="notice closing">
      <Hourglass size={16} />
      <span>
        <span className="hidden">{notices.closing(closing.reference)}</span>
        <span aria-hidden="true">{notices.closingIn(closing.reference, seconds)}</span>
      </span>
      <button
        type="button"
        className="button small"
        aria-keyshortcuts="Alt+R"
        title={`${notices.closingUndo(closing.reference)} (Alt+R)`}
        aria-label={notices.closingUndo(closing.reference)}
        onClick={() => desk.undoClose(closing.conversation)}
      >
        {notices.undo}
      </button>
    </li>
  );
}

/** Whole seconds left until `dueAt`, by the workstation's clock. */
function useClosingSeconds(dueAt: number): number {
  const left = () => Math.max(0, Math.ceil((dueAt - Date.now()) / 1_000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const ticking = setInterval(() => setSeconds(left()), 250);
    return () => clearInterval(ticking);
  });
  return seconds;
}

/** What the desk has to say. Its region is always there, so that screen readers hear what comes into it. */
export function Notices() {
  const text = useText();
  const notices = useView((view) => view.notices);
  const closing = useView((view) => view.closing);
  return (
    <div className="notices" role="status" data-react-aria-top-layer="true" aria-label={text.shell.notices}>
      {notices.length + closing.size > 0 && (
        <ul>
          {[...closing.values()].map((each) => (
            <ClosingLine key={each.conversation} closing={each} />
          ))}
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
    </div>
  );
}
