import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { type CannedResponse, type Filled, isExpired, parisDay } from '../../../protocol/canned.ts';
import type { Head } from '../../../protocol/head.ts';
import { isBlocked } from '../../../protocol/link-health.ts';
import type { Platform } from '../../../protocol/platform.ts';
import type { Station } from '../../../protocol/station.ts';
import { isUnsure, type Trigger } from '../../search/trigger.ts';
import { useClock, useText, useView } from '../provider.ts';
import { PlatformOption, ResponseOption } from './options.tsx';
import { PlatformPreview, ResponsePreview } from './previews.tsx';
import { StationOption, StationPreview } from './StationViews.tsx';
import { type PickerItem, type PickerItems, usePickerItems } from './usePickerItems.ts';

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
  readonly onStation: (station: Station) => void;
  /** Whether there is something to choose: only then does the text point at a choice. */
  readonly onOffer: (something: boolean) => void;
  readonly onLeave: () => void;
};

const PAGE = 8;

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

/** Why there is nothing to choose, or what to type. */
function Nothing({ trigger, found }: { readonly trigger: Trigger; readonly found: PickerItems }) {
  const { picker, station } = useText().composer;
  const content = useView((view) => view.content);
  if (trigger.kind !== 'stations') {
    return <p className="empty">{content === null ? picker.noContent : picker.none}</p>;
  }
  if (!found.settled) return null;
  if (found.known === null) return <p className="empty">{station.missing}</p>;
  if (found.known === 0) return <p className="empty">{station.empty}</p>;
  return <p className="empty">{trigger.query.trim() === '' ? station.ask(found.known) : picker.none}</p>;
}

/**
 * Canned responses, platforms or stations, above the composer. The focus stays in the text: the composer passes the keys
 * on, and `aria-activedescendant` says which one is chosen.
 */
export function Picker({ ref, id, trigger, head, fill, ...on }: Properties) {
  const { composer: text, editing } = useText();
  const content = useView((view) => view.content);
  const today = useClock(parisDay);
  const found = usePickerItems(trigger);
  const { items, settled } = found;
  const [index, setIndex] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const at = Math.min(index, Math.max(0, items.length - 1));
  const active = items[at];

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query, or its answer, begins again at the best.
  useEffect(() => setIndex(0), [trigger.query, trigger.kind, items]);
  useEffect(() => {
    list.current?.querySelector(`[data-option="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const { onOffer } = on;
  const something = active !== undefined;
  useEffect(() => onOffer(something), [onOffer, something]);

  /** Choosing it says why it cannot leave. */
  function isRefused(item: PickerItem): boolean {
    if (item.kind === 'response') return isExpired(item.response, today);
    return item.kind === 'platform' && content !== null && isBlocked(content, item.platform);
  }

  function choose(item: PickerItem): void {
    if (item.kind === 'response') on.onResponse(item.response);
    else if (item.kind === 'platform') on.onPlatform(item.platform);
    else on.onStation(item.station);
  }

  function confirm(key: 'Enter' | 'Tab'): void {
    // It may be text after all: only the next Enter sends it, and what is chosen by the arrows or by Tab is meant.
    const unsure = key === 'Enter' && isUnsure(trigger) && at === 0;
    // What is shown may still answer fewer letters: nobody is sent to the wrong place for typing fast.
    const chosen = settled ? active : found.best();
    if (unsure) on.onLeave();
    else if (chosen !== undefined) choose(chosen);
  }

  useImperativeHandle(ref, () => ({
    onKey(key) {
      // Never lets Enter through to the send: what stands in the text is a search, not a message.
      if (key === 'Enter' || key === 'Tab') {
        confirm(key);
        return true;
      }
      const next = active === undefined ? null : moved(at, key, items.length);
      if (next !== null) setIndex(next);
      return next !== null;
    },
  }));

  const title = text.picker[trigger.kind];
  return (
    <div className="picker">
      <header className="picker-head">
        <strong>{title}</strong>
        <span role="status">
          {text.picker.results(found.total)}
          {found.total > items.length && `, ${text.station.first(items.length)}`}
        </span>
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
              {item.kind === 'response' && (
                <ResponseOption response={item.response} own={item.own} expired={isRefused(item)} />
              )}
              {item.kind === 'platform' && <PlatformOption platform={item.platform} />}
              {item.kind === 'station' && <StationOption station={item.station} />}
            </div>
          ))}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
        <section className="picker-preview" aria-label={editing.preview} tabIndex={0}>
          {active === undefined && <Nothing trigger={trigger} found={found} />}
          {active?.kind === 'response' && (
            <ResponsePreview
              response={active.response}
              filled={fill(active.response)}
              head={head}
              expired={isRefused(active)}
            />
          )}
          {active?.kind === 'platform' && <PlatformPreview platform={active.platform} head={head} />}
          {active?.kind === 'station' && <StationPreview station={active.station} head={head} />}
        </section>
      </div>
    </div>
  );
}
