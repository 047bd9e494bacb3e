import { useMedia } from '../components/useMedia.ts';
import type { Desk } from '../stores/desk.ts';
import { useView } from './provider.ts';

/** Below it the right column is a drawer over the conversation: narrow.css. */
const NARROW = '(width < 1200px)';

/** Whether the context shows: beside the conversation as the settings say, over it only when it was asked for. */
export function useContextOpen(): boolean {
  const narrow = useMedia(NARROW);
  const drawer = useView(({ selection }) => selection.drawer);
  const column = useView(({ settings }) => settings.contextOpen);
  return narrow ? drawer : column;
}

/** Shows the context, or folds it; without a word the other way round. */
export function showContext(desk: Desk, wanted?: boolean): void {
  const { selection, settings } = desk.store.getState();
  const narrow = matchMedia(NARROW).matches;
  const before = narrow ? selection.drawer : settings.contextOpen;
  const open = wanted ?? !before;
  if (open === before) return;
  if (narrow) desk.changeSelection({ drawer: open });
  else desk.changeSettings({ contextOpen: open });
}
