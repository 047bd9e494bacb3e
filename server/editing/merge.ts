import type { CannedResponse } from '../../protocol/canned.ts';
import type { Content } from '../../protocol/desk-channel.ts';
import type { Platform } from '../../protocol/platform.ts';
import { withoutRemarks } from '../../protocol/remarks.ts';
import { versioned } from '../content/index.ts';
import type { StoredEdit } from '../store/content.ts';

function merged<Item extends { readonly id: string }>(
  items: readonly Item[],
  edits: ReadonlyMap<string, Item | null>,
): Item[] {
  const shipped = new Set(items.map(({ id }) => id));
  const kept = items.flatMap((item) => {
    const edit = edits.get(item.id);
    return edit === undefined ? item : (edit ?? []);
  });
  const added = [...edits].flatMap(([id, item]) => (item === null || shipped.has(id) ? [] : item));
  return [...kept, ...added];
}

/**
 * The content that came with the relay with its supervisors' edits over it. An edited item stays as it was
 * edited whatever a later version ships; all others follow that version. Added ones come last.
 */
export function mergedContent(shipped: Content, edits: readonly StoredEdit[]): Content {
  const platforms = new Map<string, Platform | null>();
  const responses = new Map<string, CannedResponse | null>();
  for (const { kind, id, item } of edits) {
    if (kind === 'platform' && (item === null || 'nameFr' in item)) {
      // Edited before remarks were refused: citizens do not read them either.
      platforms.set(id, item === null ? null : withoutRemarks(item));
    }
    if (kind === 'response' && (item === null || 'shortcut' in item)) responses.set(id, item);
  }
  const { version: _, ...content } = shipped;
  return versioned({
    ...content,
    platforms: merged(shipped.platforms, platforms),
    responses: merged(shipped.responses, responses),
  });
}

/** The item of a content by its kind and id; null when there is none. */
export function itemIn(
  content: Pick<Content, 'platforms' | 'responses'>,
  { kind, id }: Pick<StoredEdit, 'kind' | 'id'>,
): Platform | CannedResponse | null {
  if (kind === 'platform') return content.platforms.find((each) => each.id === id) ?? null;
  return content.responses.find((each) => each.id === id) ?? null;
}
