import { Dialog } from '../../components/Dialog.tsx';
import { useSelf, useText } from '../provider.ts';
import { SHORTCUTS } from '../shortcuts.ts';

/** Keys that belong to a place rather than to the whole desk. */
const LOCAL = [
  { keys: '?  F1', id: 'shortcuts' },
  { keys: '/', id: 'responses' },
  { keys: '@', id: 'platforms' },
  { keys: '↵', id: 'send' },
  { keys: '⇧+↵', id: 'newLine' },
  { keys: '↑ ↓', id: 'lists' },
] as const;

/** Every key of the desk. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { dialogs, shortcutNames } = useText();
  const self = useSelf();
  const shown = SHORTCUTS.filter(({ supervisor }) => supervisor !== true || self.role === 'supervisor');
  return (
    <Dialog title={dialogs.shortcuts.title} onClose={onClose}>
      <table className="shortcuts">
        <thead className="hidden">
          <tr>
            <th scope="col">{dialogs.shortcuts.keys}</th>
            <th scope="col">{dialogs.shortcuts.action}</th>
          </tr>
        </thead>
        <tbody>
          {[...shown, ...LOCAL].map(({ id, keys }) => (
            <tr key={id}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{shortcutNames[id]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
