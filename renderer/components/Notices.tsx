import {
  CircleCheck,
  HandHelping,
  Inbox,
  MailX,
  MessageCircleQuestion,
  PenLine,
  TriangleAlert,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Catalogue } from '../i18n/catalogue.ts';
import { CATALOGUES } from '../i18n/languages.ts';
import { whyRefused } from '../i18n/why-refused.ts';
import { isNews, isPassing, type Notice, type NoticeContent, shownNotices } from '../stores/notices.ts';
import { comeBackFromNotices } from '../views/focus.ts';
import { useDesk, useText, useView } from '../views/provider.ts';

/** The sentence of a notice. */
export function noticeText(content: NoticeContent, text: Catalogue): string {
  const { notices, refusals } = text;
  switch (content.kind) {
    case 'refused': {
      const line = `${notices.acts[content.command]} ${whyRefused(content.code, content.command, text)}`;
      return content.reference === null ? line : `${content.reference} – ${line}`;
    }
    case 'conversation-changed':
      return notices.conversationChanged(content.reference);
    case 'focus-moved':
      return notices.focusMoved(content.reference);
    case 'note-kept':
      return notices.noteKept(content.reference);
    case 'missing-variables':
      return notices.missingVariables(
        content.names.map((name) => `{${name}} (${variableName(name, text)})`).join(', '),
      );
    case 'link-blocked':
      return notices.linkBlocked(content.name, content.fallback);
    case 'asked':
      return text.colleagues.notices.asked(content.reference, content.officer);
    case 'whisper':
      return text.colleagues.notices.whisper(content.reference, content.officer);
    case 'given':
      return text.colleagues.notices.given(content.reference);
    case 'advice-over':
      return text.colleagues.notices.over(content.reference);
    case 'response-expired':
      return notices.responseExpired(content.title, content.until);
    case 'content-saved':
      return notices.contentSaved(content.name);
    case 'own-saved':
      return notices.ownSaved(content.name);
    case 'content-removed':
      return notices.contentRemoved(content.name);
    case 'content-refused':
      return notices.contentRefused(refusals[content.code]);
    case 'group-refused':
      return `${text.colleagues.groups.refused} ${refusals[content.code]}`;
    case 'too-long':
      return notices.tooLong;
    case 'offline':
      return refusals.offline;
    case 'purged':
      return notices.purged;
    case 'gone':
      return notices.gone(content.reference);
    case 'passed':
      return notices.passed(content.reference);
    case 'closed':
      return notices.closed(content.reference);
    case 'handing-over':
      return notices.handingOver;
    case 'handed-over':
      return notices.handedOver(content.count);
    case 'signing-out':
      return notices.signingOut;
    case 'not-signed-out':
      return notices.notSignedOut(content.references.filter((each) => each !== '').join(', '));
    case 'closing-passed':
      return notices.closingPassed(content.reference);
    case 'next-when-closed':
      return notices.nextWhenClosed(content.reference);
    case 'closing-undone':
      return notices.closingUndone(content.reference);
    case 'closing-stopped':
      return notices.closingStopped(content.reference);
    case 'request':
      return text.requests.arrived(content.about, content.reference);
    case 'came-back':
      return text.deferred.entry.news(
        content.reference,
        text.deferred.entry.outcome(content.outcome, content.reason),
      );
    case 'exported':
      return notices.exported(content.reference, content.file);
    case 'not-exported':
      return `${notices.notExported(content.reference)} ${exportProblem(content.why, text)}`;
    case 'taken':
      return notices.taken(content.reference);
    case 'stranded':
      return notices.stranded(notices.acts[content.command], content.text);
    case 'drafts-left':
      return notices.draftsLeft(content.references.join(', '));
    case 'draft-unsent':
      return notices.draftUnsent(content.reference, content.text);
    case 'put-aside':
      return notices.putAside(content.reference, notices.dialogs[content.dialog]);
    case 'unheard':
      return notices.unheard(content.reference);
    case 'queue-empty':
      return notices.queueEmpty;
    case 'nothing-unread':
      return notices.nothingUnread;
    case 'restored':
      return notices.restored;
    case 'failed':
      return text.shell.failed;
  }
}

function exportProblem(
  why: Extract<NoticeContent, { kind: 'not-exported' }>['why'],
  text: Catalogue,
): string {
  return why === 'inside' || why === 'not-written'
    ? text.notices.exportProblems[why]
    : whyRefused(why, 'export', text);
}

function variableName(name: string, text: Catalogue): string {
  return text.composer.variables[name] ?? CATALOGUES.fr.composer.variables[name] ?? name;
}

function isGoodNews(content: NoticeContent): boolean {
  return content.kind === 'put-aside' || (isNews(content) && content.kind !== 'came-back');
}

function iconOf(content: NoticeContent): ReactNode {
  if (content.kind === 'taken') return <CircleCheck size={16} />;
  if (content.kind === 'request') return <Inbox size={16} />;
  if (content.kind === 'came-back') return <MailX size={16} />;
  if (content.kind === 'put-aside') return <PenLine size={16} />;
  if (content.kind === 'given') return <HandHelping size={16} />;
  if (isNews(content)) return <MessageCircleQuestion size={16} />;
  return isPassing(content) ? <CircleCheck size={16} /> : <TriangleAlert size={16} />;
}

/** The id of its sentence, for whoever comes to its buttons by their key: a screen reader says it with the button. */
function sentenceOf({ id }: Notice): string {
  return `notice-${id}`;
}

/** Where a notice leads, when it is about a conversation to look at. */
function NoticeAction({ notice }: { readonly notice: Notice }) {
  const { id, content } = notice;
  const { colleagues, notices, requests } = useText();
  const { notices: text } = colleagues;
  const desk = useDesk();
  if (content.kind === 'put-aside') {
    const { conversation, dialog, reference } = content;
    return (
      <button
        type="button"
        className="button small"
        aria-label={notices.resumeNamed(reference, notices.dialogs[dialog])}
        aria-describedby={sentenceOf(notice)}
        onClick={() => desk.resumeDialog(conversation, dialog)}
      >
        {notices.resume}
      </button>
    );
  }
  if (!isNews(content)) return null;
  const request = content.kind === 'request';
  return (
    <button
      type="button"
      className="button small"
      aria-label={request ? undefined : text.open(content.reference)}
      aria-describedby={sentenceOf(notice)}
      onClick={() => {
        desk.dismiss(id);
        desk.select(content.conversation);
      }}
    >
      {request ? requests.show : text.openShort}
    </button>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const text = useText();
  const desk = useDesk();
  const { content } = notice;
  return (
    <li
      className={isPassing(content) || isGoodNews(content) ? 'notice' : 'notice problem'}
      data-stays={isPassing(content) ? undefined : ''}
    >
      {iconOf(content)}
      <span id={sentenceOf(notice)}>{noticeText(content, text)}</span>
      <NoticeAction notice={notice} />
      <button
        type="button"
        className="icon-button"
        aria-label={text.shell.dismiss}
        aria-describedby={sentenceOf(notice)}
        onClick={({ detail }) => {
          desk.dismiss(notice.id);
          // By a key, not by the mouse. The next Enter may be meant for another notice: it sends nothing.
          if (detail === 0 && comeBackFromNotices()) desk.focusGiven();
        }}
      >
        <X size={16} />
      </button>
    </li>
  );
}

/** What the desk has to say. Its region is always there, so that screen readers hear what comes into it. */
export function Notices() {
  const text = useText();
  const notices = useView((view) => view.notices);
  const { shown, more } = shownNotices(notices);
  return (
    <div className="notices" role="status" data-react-aria-top-layer="true" aria-label={text.shell.notices}>
      {notices.length > 0 && (
        <ul data-place="notices">
          {shown.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
          {more > 0 && <li className="notice-more">{text.notices.more(more)}</li>}
        </ul>
      )}
    </div>
  );
}
