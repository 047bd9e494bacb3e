import { type Ref, useDeferredValue, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { type CannedResponse, type Filled, isExpired, parisDay } from '../../../protocol/canned.ts';
import type { Head } from '../../../protocol/head.ts';
import { isBlocked } from '../../../protocol/link-health.ts';
import type { Platform } from '../../../protocol/platform.ts';
import { contentIndex, responseIndex } from '../../search/content.ts';
import { search } from '../../search/fuzzy.ts';
import type { Trigger } from '../../search/trigger.ts';
import { useClock, useText, useView } from '../provider.ts';
import { PlatformOption, ResponseOption } from './options.tsx';
import { PlatformPreview, ResponsePreview } from './previews.tsx';

/** What the composer asks of the open picker: whether it took a key for itself. */
export type PickerHandle = { readonly onKey: (key: string) => boolean };

type Properties = {
  readonly ref: Ref<PickerHandle>;
  readonly id: string;
  readonly trigger: Trigger;
  readonly head: Head;
  readonly fill: (response: CannedResponse) => Filled;
  readonly onResponse: (response: CannedResponse) => void;
  readonly onPlatform: (platform: Platform) => void;
};

type Item =
  | {
      readonly kind: 'response';
      readonly id: string;
      readonly response: CannedResponse;
      readonly own: boolean;
    }
  | { readonly kind: 'platform'; readonly id: string; readonly platform: Platform };

const LIMIT = 200;
const PAGE = 8;

function useItems(trigger: Trigger): readonly Item[] {
  const content = useView((view) => view.content);
  const personal = useView((view) => view.personal);
  const query = useDeferredValue(trigger.query);
  return useMemo(() => {
    const index = contentIndex(content);
    if (trigger.kind === 'platforms') {
      return search(index.platforms, query, LIMIT).map((platform): Item => {
        return { kind: 'platform', id: platform.id, platform };
      });
    }
    // An officer's own come first: they were written to be found.
    const own = search(responseIndex(personal), query, LIMIT).map((response): Item => {
      return { kind: 'response', id: `own-${response.id}`, response, own: true };
    });
    const shared = search(index.responses, query, LIMIT).map((response): Item => {
      return { kind: 'response', id: response.id, response, own: false };
    });
    return [...own, ...shared].slice(0, LIMIT);
  }, [content, personal, trigger.kind, query]);
}

function moved(index: number, key: string, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count;
    case 'ArrowUp':
      return (index - 1 + count) % count;
    case 'PageDown':
      return Math.min(index + PAGE, count - 1);
    case 'PageUp':
      return Math.max(index - PAGE, 0);
    default:
      return null;
  }
}

/**
 * Canned responses or platforms, above the composer. The focus stays in the text: the composer passes the keys
 * on, and `aria-activedescendant` says which one is chosen.
 */
export function Picker({ ref, id, trigger, head, fill, onResponse, onPlatform }: Properties) {
  const { composer: text, editing } = useText();
  const content = useView((view) => view.content);
  const today = useClock(parisDay);
  const items = useItems(trigger);
  const [index, setIndex] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const at = Math.min(index, Math.max(0, items.length - 1));
  const active = items[at];

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query begins again at the best result.
  useEffect(() => setIndex(0), [trigger.query, trigger.kind]);
  useEffect(() => {
    list.current?.querySelector(`[data-option="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  /** Choosing it says why it cannot leave. */
  function isRefused(item: Item): boolean {
    if (item.kind === 'response') return isExpired(item.response, today);
    return content !== null && isBlocked(content, item.platform);
  }

  function choose(item: Item): void {
    if (item.kind === 'response') onResponse(item.response);
    else onPlatform(item.platform);
  }

  useImperativeHandle(ref, () => ({
    onKey(key) {
      // Never lets Enter through to the send: what stands in the text is a search, not a message.
      if (active === undefined) return key === 'Enter' || key === 'Tab';
      const next = moved(at, key, items.length);
      if (next !== null) {
        setIndex(next);
        return true;
      }
      if (key !== 'Enter' && key !== 'Tab') return false;
      choose(active);
      return true;
    },
  }));

  const title = trigger.kind === 'platforms' ? text.picker.platforms : text.picker.responses;
  return (
    <div className="picker">
      <header className="picker-head">
        <strong>{title}</strong>
        <span role="status">{text.picker.results(items.length)}</span>
        <span className="quiet">{text.picker.keys}</span>
      </header>
      <div className="picker-body">
        <div ref={list} id={id} role="listbox" aria-label={title} className="picker-list" tabIndex={0}>
          {items.map((item, place) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text (aria-activedescendant).
            <div
              key={item.id}
              id={place === at ? `${id}-active` : undefined}
              role="option"
              aria-selected={place === at}
              aria-disabled={isRefused(item) || undefined}
              data-option={place}
              className="option"
              onPointerDown={(event) => {
                // Before the text loses the focus.
                event.preventDefault();
                choose(item);
              }}
            >
              {item.kind === 'response' ? (
                <ResponseOption response={item.response} own={item.own} expired={isRefused(item)} />
              ) : (
                <PlatformOption platform={item.platform} />
              )}
            </div>
          ))}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
        <section className="picker-preview" aria-label={editing.preview} tabIndex={0}>
          {active === undefined && (
            <p className="empty">{content === null ? text.picker.noContent : text.picker.none}</p>
          )}
          {active?.kind === 'response' && (
            <ResponsePreview
              response={active.response}
              filled={fill(active.response)}
              head={head}
              expired={isRefused(active)}
            />
          )}
          {active?.kind === 'platform' && <PlatformPreview platform={active.platform} head={head} />}
        </section>
      </div>
    </div>
  );
}
