import {
  CONTENT_ANSWER_BYTES,
  ContentHistory,
  ContentOverview,
  EditAnswer,
  type EditOutcome,
} from '../../protocol/content-editing.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Desk } from './desk.ts';
import { askRelay } from './relay-http.ts';
import type { RequestHandlers } from './requests.ts';

/** An edit may be refused with the item as it stands, which is no longer than two frames of a desk. */
const EDIT_ANSWER_BYTES = 2 * LIMITS.deskFrameBytes;

async function edited(desk: Desk, path: string, body: unknown): Promise<EditOutcome> {
  const asked = await askRelay(desk.entry, path, EditAnswer, { body, most: EDIT_ANSWER_BYTES });
  return asked.kind === 'done' ? asked.answer : asked;
}

/** What the window asks about the content it edits. */
export function contentRequests(
  desk: Desk,
): Pick<RequestHandlers, 'content-edit' | 'personal-edit' | 'content-overview' | 'content-history'> {
  const most = CONTENT_ANSWER_BYTES;
  return {
    'content-edit': (edit) => edited(desk, '/api/desk/content', edit),
    'personal-edit': (edit) => edited(desk, '/api/desk/personal', edit),
    'content-overview': () => askRelay(desk.entry, '/api/desk/content/overview', ContentOverview, { most }),
    'content-history': ({ kind, id }) =>
      askRelay(desk.entry, `/api/desk/content/history?${new URLSearchParams({ kind, id })}`, ContentHistory, {
        most,
      }),
  };
}
