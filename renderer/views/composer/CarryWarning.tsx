import { SendHorizontal, TriangleAlert } from 'lucide-react';
import type { Head } from '../../../protocol/head.ts';
import { focusPlace } from '../focus.ts';
import { useDesk, useText, useView } from '../provider.ts';

/** Nothing left: the text holds what another citizen wrote elsewhere. It leaves only by this button, and is noted. */
export function CarryWarning({ head }: { readonly head: Head }) {
  const { warning: text, names } = useText().personal;
  const desk = useDesk();
  const { conversation, reference } = head;
  const kinds = useView((view) => view.warned.get(conversation));
  return (
    <div role="alert">
      {kinds !== undefined && (
        <div className="carry-warning">
          <TriangleAlert size={18} className="warning-icon" />
          <div className="carry-words">
            <p>
              <strong>{text.title(reference)}</strong>
            </p>
            <p>
              {text.text(kinds.map((kind) => names[kind]).join(', '))} {text.noted}
            </p>
          </div>
          <div className="carry-acts">
            <button
              type="button"
              className="button small"
              onClick={() => {
                desk.dismissWarning(conversation);
                focusPlace('composer');
              }}
            >
              {text.reread}
            </button>
            <button
              type="button"
              className="button small"
              onClick={() => {
                void desk.sendAnyway(conversation);
                focusPlace('composer');
              }}
            >
              <SendHorizontal size={14} />
              {text.sendAnyway(reference)}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
