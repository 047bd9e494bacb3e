import { type FormEvent, useState } from 'react';
import type { Head } from '../../../protocol/head.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { RelayButton } from '../../components/RelayButton.tsx';
import { SubjectText } from '../../components/SubjectText.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { useDesk, useSelf, useText } from '../provider.ts';
import { mayChange } from './rights.ts';

/** The conversation's subject, changed in place. */
export function SubjectSection({ head }: { readonly head: Head }) {
  const { context, lists } = useText();
  const { subject: text } = context;
  const desk = useDesk();
  const self = useSelf();
  const { busy, run } = useBusy();
  const [edited, setEdited] = useState<string | null>(null);
  const value = edited ?? head.subject ?? '';
  const changed = edited !== null && edited.trim() !== '' && edited.trim() !== head.subject;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!changed || edited === null) return;
    const subject = edited.trim();
    run(async () => {
      const done = await desk.run({ kind: 'subject', conversation: head.conversation, subject });
      if (done) setEdited(null);
    });
  }

  return (
    <section>
      <h3>{text.title}</h3>
      {mayChange(head, self) ? (
        <form className="inline-form" onSubmit={submit}>
          <input
            aria-label={text.edit}
            value={value}
            maxLength={LIMITS.subjectCharacters}
            placeholder={lists.noSubject}
            onChange={(event) => setEdited(event.target.value)}
          />
          {changed && (
            <RelayButton type="submit" className="button small" disabled={busy}>
              {text.save}
            </RelayButton>
          )}
        </form>
      ) : (
        <p>
          <SubjectText subject={head.subject} />
        </p>
      )}
    </section>
  );
}
