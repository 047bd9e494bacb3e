import { findHead } from '../../stores/heads.ts';
import { PaletteDialog } from '../palette/PaletteDialog.tsx';
import { useDesk, useView } from '../provider.ts';
import { SearchDialog } from '../search/SearchDialog.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { BlocksDialog } from './BlocksDialog.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { ConsultDialog } from './ConsultDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { GroupsDialog } from './GroupsDialog.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';

/** The one dialog that is open, if any. A conversation that went away takes its dialog with it. */
export function Panels() {
  const desk = useDesk();
  const panel = useView(({ selection }) => selection.panel);
  const head = useView((view) => {
    const { panel: open } = view.selection;
    return open !== null && 'conversation' in open ? findHead(view.heads, open.conversation) : null;
  });
  if (panel === null) return null;
  const close = () => desk.endPanel(panel);
  switch (panel.kind) {
    case 'search':
      return <SearchDialog onClose={close} />;
    case 'groups':
      return <GroupsDialog onClose={close} />;
    case 'blocks':
      return <BlocksDialog onClose={close} />;
    case 'palette':
      return <PaletteDialog onClose={close} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'hand-over':
      return <HandOverDialog onClose={close} />;
    case 'close':
      return head === null ? null : <CloseDialog head={head} next={panel.next === true} onClose={close} />;
    case 'export':
      return head === null ? null : <ExportDialog head={head} onClose={close} />;
    case 'release':
      return head === null ? null : <ReleaseDialog head={head} onClose={close} />;
    case 'consult':
      return head === null ? null : <ConsultDialog head={head} onClose={close} />;
    case 'assign':
      return head === null ? null : <AssignDialog head={head} onClose={close} />;
  }
}
