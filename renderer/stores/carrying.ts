import type { Content } from '../../protocol/desk-channel.ts';
import type { Id } from '../../protocol/ids.ts';
import type { Bridge } from '../../protocol/ipc.ts';
import { findPersonal, type PersonalKind } from '../../protocol/personal.ts';
import { type DeskContext, update } from './context.ts';

const PUBLISHED = new WeakMap<Content, ReadonlySet<string>>();

/** Numbers and addresses that the service itself gives out: nobody's own, whoever typed them too. */
function publishedIn(content: Content): ReadonlySet<string> {
  const known = PUBLISHED.get(content);
  if (known !== undefined) return known;
  const texts = [
    ...content.platforms.flatMap(({ phone, purposeFr, purposeEn }) => [phone ?? '', purposeFr, purposeEn]),
    ...content.responses.flatMap(({ textFr, textEn }) => [textFr, textEn]),
  ];
  const published = new Set(texts.flatMap((text) => findPersonal(text).map(({ key }) => key)));
  PUBLISHED.set(content, published);
  return published;
}

export type Carrying = {
  /** What a text carries from elsewhere, to be noted; null when the officer is warned instead of sending it. */
  readonly check: (conversation: Id, text: string, anyway: boolean) => Promise<PersonalKind[] | null>;
  readonly dismiss: (conversation: Id) => void;
};

/** Warns before personal data goes from one conversation to another (rule V3). */
export function createCarrying(context: DeskContext): Carrying {
  const { bridge, store } = context;

  function dismiss(conversation: Id): void {
    if (!store.getState().warned.has(conversation)) return;
    update(context, (view) => {
      const warned = new Map(view.warned);
      warned.delete(conversation);
      return { ...view, warned };
    });
  }

  return {
    async check(conversation, text, anyway) {
      const kinds = await carriedBy(bridge, store.getState().content, conversation, text);
      if (kinds.length === 0 || anyway) {
        dismiss(conversation);
        return kinds;
      }
      update(context, (view) => ({ ...view, warned: new Map(view.warned).set(conversation, kinds) }));
      return null;
    },
    dismiss,
  };
}

/**
 * The kinds of personal data in a text that stand in another conversation known to the desk, and not in this one.
 * Empty as well when the cache cannot say: a warning must never keep an officer from answering.
 */
async function carriedBy(
  bridge: Bridge,
  content: Content | null,
  conversation: Id,
  text: string,
): Promise<PersonalKind[]> {
  const published = content === null ? new Set<string>() : publishedIn(content);
  const items = findPersonal(text).filter(({ key }) => !published.has(key));
  if (items.length === 0) return [];
  const keys = [...new Set(items.map(({ key }) => key))];
  const known = await bridge
    .request('elsewhere', { conversation, keys })
    .catch(() => ({ keys: [] as string[] }));
  const carried = items.filter(({ key }) => known.keys.includes(key)).map(({ kind }) => kind);
  return [...new Set(carried)];
}
