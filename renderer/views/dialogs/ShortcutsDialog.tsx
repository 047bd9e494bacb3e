import { Dialog } from '../../components/Dialog.tsx';
import { useSelf, useText } from '../provider.ts';
import { SHORTCUTS, type ShortcutId } from '../shortcuts.ts';

/** Keys that belong to a place rather than to the whole desk. */
const LOCAL = [
  { keys: 'Ctrl+K', id: 'palette' },
  { keys: '?  F1', id: 'shortcuts' },
  { keys: '/', id: 'responses' },
  { keys: '@', id: 'platforms' },
  { keys: '#', id: 'stations' },
  { keys: '↵', id: 'send' },
  { keys: '⇧+↵', id: 'newLine' },
  { keys: '↑ ↓', id: 'lists' },
] as const;

type Key = { readonly id: ShortcutId | (typeof LOCAL)[number]['id']; readonly keys: string };

function Keys({ shown }: { readonly shown: readonly Key[] }) {
  const { dialogs, shortcutNames } = useText();
  return (
    <table className="shortcuts">
      <thead className="hidden">
        <tr>
          <th scope="col">{dialogs.shortcuts.keys}</th>
          <th scope="col">{dialogs.shortcuts.action}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, keys }) => (
          <tr key={id}>
            <th scope="row">
              <kbd>{keys}</kbd>
            </th>
            <td>{shortcutNames[id]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every key of the desk, in two columns where there is room: seen at once. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { dialogs } = useText();
  const self = useSelf();
  const keys: readonly Key[] = [
    ...SHORTCUTS.filter(({ supervisor }) => supervisor !== true || self.role === 'supervisor'),
    ...LOCAL,
  ];
  const half = Math.ceil(keys.length / 2);
  return (
    <Dialog title={dialogs.shortcuts.title} onClose={onClose}>
      <div className="shortcut-columns">
        <Keys shown={keys.slice(0, half)} />
        <Keys shown={keys.slice(half)} />
      </div>
    </Dialog>
  );
}
