import { useState } from 'react';
import type { Id } from '../../../protocol/ids.ts';
import type { DialogField } from '../../../protocol/ipc.ts';
import { dialogText } from '../../stores/dialogs.ts';
import { useDesk } from '../provider.ts';

/**
 * What is typed in a field of a dialog, kept beside the dialog until that is sent or given up: an emergency, or the end
 * of the window, may close it before. `start` is what stands there at first. Without a conversation nothing is kept.
 */
export function useDialogText(
  conversation: Id | null,
  field: DialogField,
  start = '',
): readonly [text: string, type: (text: string) => void] {
  const desk = useDesk();
  const [text, setText] = useState(() => {
    const kept = conversation === null ? null : dialogText(desk.store.getState(), conversation, field);
    return kept ?? start;
  });
  return [
    text,
    (next) => {
      setText(next);
      if (conversation !== null) desk.typeInDialog(conversation, field, next);
    },
  ];
}
