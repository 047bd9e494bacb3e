import { CircleCheck, Inbox, MessageCircleQuestion, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Catalogue } from '../i18n/catalogue.ts';
import { CATALOGUES } from '../i18n/languages.ts';
import { isNews, isPassing, type Notice, type NoticeContent } from '../stores/notices.ts';
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
    case 'link-blocked':
      return notices.linkBlocked(content.name, content.fallback);
    case 'asked':
      return text.colleagues.notices.asked(content.reference, content.officer);
    case 'whisper':
      return text.colleagues.notices.whisper(content.reference, content.officer);
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
    case 'purged':
      return notices.purged;
    case 'gone':
      return notices.gone(content.reference);
    case 'passed':
      return notices.passed(content.reference);
    case 'closed':
      return notices.closed(content.reference);
    case 'handed-over':
      return notices.handedOver(content.count);
    case 'closing-undone':
      return notices.closingUndone(content.reference);
    case 'closing-stopped':
      return notices.closingStopped(content.reference);
    case 'request':
      return text.requests.arrived(content.about, content.reference);
    case 'exported':
      return notices.exported(content.reference, content.file);
    case 'not-exported':
      return `${notices.notExported(content.reference)} ${exportProblem(content.why, text)}`;
    case 'taken':
      return notices.taken(content.reference);
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
  return why === 'inside' || why === 'not-written' ? text.notices.exportProblems[why] : text.refusals[why];
}

function variableName(name: string, text: Catalogue): string {
  return text.composer.variables[name] ?? CATALOGUES.fr.composer.variables[name] ?? name;
}

function iconOf(content: NoticeContent): ReactNode {
  if (content.kind === 'request') return <Inbox size={16} />;
  if (isNews(content)) return <MessageCircleQuestion size={16} />;
  return isPassing(content) ? <CircleCheck size={16} /> : <TriangleAlert size={16} />;
}

/** Where a notice leads, when it is about a conversation to look at. */
function NoticeAction({ notice: { id, content } }: { readonly notice: Notice }) {
  const { colleagues, requests } = useText();
  const { notices: text } = colleagues;
  const desk = useDesk();
  if (!isNews(content)) return null;
  const request = content.kind === 'request';
  return (
    <button
      type="button"
      className="button small"
      aria-label={request ? undefined : text.open(content.reference)}
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
    <li className={isPassing(content) || isNews(content) ? 'notice' : 'notice problem'}>
      {iconOf(content)}
      <span>{noticeText(content, text)}</span>
      <NoticeAction notice={notice} />
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

/** What the desk has to say. Its region is always there, so that screen readers hear what comes into it. */
export function Notices() {
  const text = useText();
  const notices = useView((view) => view.notices);
  return (
    <div className="notices" role="status" data-react-aria-top-layer="true" aria-label={text.shell.notices}>
      {notices.length > 0 && (
        <ul>
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
    </div>
  );
}
