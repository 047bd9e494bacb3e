import { memo } from 'react';
import { type Find, searchedText } from '../../../protocol/cache-search.ts';
import type { Head } from '../../../protocol/head.ts';
import { SubjectText } from '../../components/SubjectText.tsx';
import { covered } from '../../format/masked.ts';
import { shortStamp } from '../../format/time.ts';
import { excerpt } from '../../search/excerpt.ts';
import type { Search } from '../../stores/search.ts';
import { authorName } from '../conversation/EntryRow.tsx';
import { useDesk, useLanguage, useSelf, useText, useView } from '../provider.ts';

/** One line of what was found. */
export type Item =
  | { readonly kind: 'named'; readonly head: Head }
  | { readonly kind: 'find'; readonly find: Find }
  | { readonly kind: 'near' };

const HEIGHTS: Record<Item['kind'], number> = { named: 44, find: 68, near: 32 };
/** About two lines of the dialog. */
const EXCERPT = 200;

export function itemHeight(item: Item): number {
  return HEIGHTS[item.kind];
}

export function itemKey(item: Item): string {
  if (item.kind === 'find') return item.find.entry.id;
  return item.kind === 'named' ? item.head.conversation : 'near';
}

/** The conversation that was named, what is written exactly so, then near spellings under their heading. */
export function itemsOf({ named, finds }: Search): readonly Item[] {
  const items: Item[] = named === null ? [] : [{ kind: 'named', head: named }];
  let near = false;
  for (const find of finds) {
    if (find.near && !near) items.push({ kind: 'near' });
    near ||= find.near;
    items.push({ kind: 'find', find });
  }
  return items;
}

function state(head: Head, text: ReturnType<typeof useText>): string {
  return head.disposition === null
    ? text.lists.states[head.status]
    : text.dispositions[head.disposition].name;
}

function Named({ head }: { readonly head: Head }) {
  const text = useText();
  const desk = useDesk();
  return (
    <div className="row">
      <button type="button" className="row-main" data-row-main="" onClick={() => desk.openHead(head)}>
        <span className="row-line">
          <span>
            <strong className="reference">{head.reference}</strong>{' '}
            <span className="quiet">
              {state(head, text)} · <SubjectText subject={head.subject} />
            </span>
          </span>
        </span>
      </button>
    </div>
  );
}

function FoundEntry({ find }: { readonly find: Find }) {
  const text = useText();
  const language = useLanguage();
  const self = useSelf();
  const desk = useDesk();
  const words = useView((view) => view.search.words);
  const { entry, head } = find;
  const found = searchedText(entry.body) ?? '';
  const said = entry.author.role === 'citizen' ? covered(found, text) : found;
  const name = authorName(entry.author, self.officer, text);
  const who = entry.body.kind === 'note' ? `${name} · ${text.conversation.note}` : name;
  return (
    <div className="row">
      <button type="button" className="row-main" data-row-main="" onClick={() => desk.openFind(find)}>
        <span className="row-line">
          <span>
            <strong className="reference">{head.reference}</strong>{' '}
            <span className="quiet">
              {who} · {state(head, text)}
            </span>
          </span>
          <span className="row-time">{shortStamp(entry.at, language)}</span>
        </span>
        <span className="find-text">
          {excerpt(said, words, EXCERPT).map((part, index) =>
            part.marked ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name than their order.
              <mark key={index}>{part.text}</mark>
            ) : (
              part.text
            ),
          )}
        </span>
      </button>
    </div>
  );
}

export const FindRow = memo(function FindRow({ item }: { readonly item: Item }) {
  const { search } = useText();
  if (item.kind === 'near') return <h3 className="list-heading find-heading">{search.near}</h3>;
  return item.kind === 'named' ? <Named head={item.head} /> : <FoundEntry find={item.find} />;
});
