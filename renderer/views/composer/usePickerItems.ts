import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { CannedResponse } from '../../../protocol/canned.ts';
import type { Content } from '../../../protocol/desk-channel.ts';
import type { Platform } from '../../../protocol/platform.ts';
import type { Station, StationFinds } from '../../../protocol/station.ts';
import { contentIndex, responseIndex } from '../../search/content.ts';
import { searchMeaning } from '../../search/fuzzy.ts';
import type { Trigger } from '../../search/trigger.ts';
import { useDesk, useView } from '../provider.ts';

export type PickerItem =
  | {
      readonly kind: 'response';
      readonly id: string;
      readonly response: CannedResponse;
      readonly own: boolean;
    }
  | { readonly kind: 'platform'; readonly id: string; readonly platform: Platform }
  | { readonly kind: 'station'; readonly id: string; readonly station: Station };

export type PickerItems = {
  readonly items: readonly PickerItem[];
  /** How many there are, shown or not. */
  readonly total: number;
  /** What is shown is the answer to what is typed: only then may Enter take it. */
  readonly settled: boolean;
  /** The best answer to what is typed, shown or not yet; undefined where there is none, or it is not known here. */
  readonly best: () => PickerItem | undefined;
  /** Stations that this desk knows; null: it was never given any, or nobody looks for one. */
  readonly known: number | null;
};

const LIMIT = 200;

type Known = { readonly content: Content | null; readonly personal: readonly CannedResponse[] };

/** Responses and platforms, which the window holds itself. */
function contentItems(
  { content, personal }: Known,
  kind: Trigger['kind'],
  query: string,
): readonly PickerItem[] {
  const index = contentIndex(content);
  if (kind === 'platforms') {
    return searchMeaning(index.platforms, query, LIMIT).map((platform): PickerItem => {
      return { kind: 'platform', id: platform.id, platform };
    });
  }
  if (kind === 'stations') return [];
  // An officer's own come first: they were written to be found. Not those that have some of the words only.
  const own = searchMeaning(responseIndex(personal), query, LIMIT, 'all').map((response): PickerItem => {
    return { kind: 'response', id: `own-${response.id}`, response, own: true };
  });
  const shared = searchMeaning(index.responses, query, LIMIT).map((response): PickerItem => {
    return { kind: 'response', id: response.id, response, own: false };
  });
  return [...own, ...shared].slice(0, LIMIT);
}

function useContentItems({ kind, query: typed }: Trigger) {
  const content = useView((view) => view.content);
  const personal = useView((view) => view.personal);
  const query = useDeferredValue(typed);
  const items = useMemo(
    () => contentItems({ content, personal }, kind, query),
    [content, personal, kind, query],
  );
  return { items, settled: query === typed, best: () => contentItems({ content, personal }, kind, typed)[0] };
}

/** Stations, which main looks up: the former answer stays until the next one comes. */
function useStationFinds(query: string | null) {
  const desk = useDesk();
  const directory = useView((view) => view.stations);
  const [found, setFound] = useState<{ readonly query: string; readonly finds: StationFinds } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another directory answers the same question otherwise.
  useEffect(() => {
    if (query === null) return undefined;
    let current = true;
    void desk.findStations(query).then((finds) => {
      if (current) setFound({ query, finds });
    });
    return () => {
      current = false;
    };
  }, [desk, query, directory]);
  return found;
}

/** What the picker offers for what is typed. */
export function usePickerItems(trigger: Trigger): PickerItems {
  const isStations = trigger.kind === 'stations';
  const content = useContentItems(trigger);
  const found = useStationFinds(isStations ? trigger.query : null);
  const stations = useMemo(
    () =>
      found?.finds.stations.map((station): PickerItem => ({ kind: 'station', id: station.id, station })) ??
      [],
    [found],
  );
  if (!isStations) return { ...content, total: content.items.length, known: null };
  return {
    items: stations,
    total: found?.finds.total ?? 0,
    settled: found?.query === trigger.query,
    best: () => undefined,
    known: found?.finds.known ?? null,
  };
}
