import { Command, Keyboard, LifeBuoy, Search, Settings } from 'lucide-react';
import { Segments } from '../components/Segments.tsx';
import { useMedia } from '../components/useMedia.ts';
import { timeOfDay } from '../format/time.ts';
import { ClosingStrip } from './ClosingStrip.tsx';
import { EmergencyStrip } from './EmergencyStrip.tsx';
import { useClock, useDesk, useLanguage, useSelf, useText, useView } from './provider.ts';
import { WaitingButton } from './WaitingButton.tsx';

const VIEWS = ['desk', 'board', 'content'] as const;
const PANES = ['lists', 'conversation', 'context'] as const;

function ViewSwitch() {
  const { views } = useText().shell;
  const desk = useDesk();
  const supervisor = useSelf().role === 'supervisor';
  const view = useView(({ selection }) => selection.view);
  const shown = VIEWS.filter((value) => supervisor || value !== 'board');
  const nameOf = (value: (typeof VIEWS)[number]) =>
    value === 'content' && !supervisor ? views.own : views[value];
  return (
    <Segments
      label={views.label}
      value={view}
      options={shown.map((value) => ({ value, label: nameOf(value) }))}
      onChange={(value) => desk.changeSelection({ view: value })}
      keys={supervisor ? 'Alt+B Alt+E' : 'Alt+E'}
    />
  );
}

/** Shown on narrow windows only, where one part of the desk is on screen at a time. */
function PaneSwitch() {
  const { panes } = useText().shell;
  const desk = useDesk();
  const pane = useView(({ selection }) => selection.pane);
  return (
    <Segments
      className="pane-switch"
      label={panes.label}
      value={pane}
      options={PANES.map((value) => ({ value, label: panes[value] }))}
      onChange={(value) => desk.changeSelection({ pane: value })}
    />
  );
}

/** One part of the desk at a time: narrow.css. */
const ONE_PANE = '(width < 800px)';

/** Whether nothing else says who waits: neither the lists nor, in the focus view, the conversation's own head. */
function useUntold(): boolean {
  const onePane = useMedia(ONE_PANE);
  return useView(({ selection, settings }) => {
    const { view, pane, current } = selection;
    if (view !== 'desk') return true;
    const inHead = pane === 'conversation' && current !== null && settings.focusView === true;
    return onePane && pane !== 'lists' && !inHead;
  });
}

/** The bar above both views. Emergencies have their own place in it, always the same. */
export function TopBar() {
  const { shell, dialogs, palette } = useText();
  const { handOver } = dialogs;
  const self = useSelf();
  const desk = useDesk();
  const language = useLanguage();
  const time = useClock((now) => timeOfDay(now, language));
  const trial = useView((view) => view.state?.trial ?? false);
  const view = useView(({ selection }) => selection.view);
  const untold = useUntold();
  return (
    <header className="top-bar">
      <h1 className="brand">{shell.product}</h1>
      <ViewSwitch />
      {view === 'desk' && <PaneSwitch />}
      {trial && (
        <span className="badge" title={shell.trialHelp}>
          {shell.trial}
        </span>
      )}
      <EmergencyStrip />
      {untold && <WaitingButton />}
      <ClosingStrip />
      <button
        type="button"
        className="button small top-relief"
        title={`${handOver.openHelp} (Alt+⇧+S)`}
        onClick={() => desk.openPanel({ kind: 'hand-over' })}
      >
        <LifeBuoy size={14} />
        {handOver.open}
      </button>
      <span className="top-me">{shell.me(self.rank, self.alias)}</span>
      <span className="top-time">{time}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={shell.search}
        title={`${shell.search} (Alt+F)`}
        aria-keyshortcuts="Alt+F Control+F"
        onClick={() => desk.openPanel({ kind: 'search' })}
      >
        <Search size={18} />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={palette.title}
        title={`${palette.title} (Ctrl+K)`}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => desk.openPanel({ kind: 'palette' })}
      >
        <Command size={18} />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={shell.shortcuts}
        title={`${shell.shortcuts} (?)`}
        onClick={() => desk.openPanel({ kind: 'shortcuts' })}
      >
        <Keyboard size={18} />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={shell.settings}
        title={shell.settings}
        onClick={() => desk.openPanel({ kind: 'settings' })}
      >
        <Settings size={18} />
      </button>
    </header>
  );
}
