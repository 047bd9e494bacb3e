import { X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import type { Head } from '../../../protocol/head.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { useBusy } from '../../components/useBusy.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';
import { mayChange } from './rights.ts';

const NO_TAGS: readonly string[] = [];

/** The conversation's tags: those of the service are proposed, others may be typed. */
export function TagsSection({ head }: { readonly head: Head }) {
  const { tags: text } = useText().context;
  const desk = useDesk();
  const self = useSelf();
  const { busy, run } = useBusy();
  const known = useView((view) => view.content?.tags ?? NO_TAGS);
  const [typed, setTyped] = useState('');
  const options = useId();
  const may = mayChange(head, self);
  const full = head.tags.length >= LIMITS.tagsPerConversation;

  function save(tags: string[]): void {
    run(() => desk.run({ kind: 'tags', conversation: head.conversation, tags }));
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const tag = typed.trim();
    setTyped('');
    if (tag !== '' && !head.tags.includes(tag)) save([...head.tags, tag]);
  }

  return (
    <section>
      <h3>{text.title}</h3>
      {head.tags.length === 0 && !may && <p className="quiet">{text.none}</p>}
      {head.tags.length > 0 && (
        <ul className="tags">
          {head.tags.map((tag) => (
            <li key={tag} className="tag">
              {tag}
              {may && (
                <button
                  type="button"
                  className="icon-button"
                  aria-label={text.remove(tag)}
                  disabled={busy}
                  onClick={() => save(head.tags.filter((other) => other !== tag))}
                >
                  <X size={14} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && !full && (
        <form className="inline-form" onSubmit={submit}>
          <input
            aria-label={text.add}
            placeholder={text.add}
            value={typed}
            list={options}
            maxLength={LIMITS.tagCharacters}
            onChange={(event) => setTyped(event.target.value)}
          />
          <datalist id={options}>
            {known
              .filter((tag) => !head.tags.includes(tag))
              .map((tag) => (
                <option key={tag} value={tag} />
              ))}
          </datalist>
          {typed.trim() !== '' && (
            <button type="submit" className="button small" disabled={busy}>
              {text.submit}
            </button>
          )}
        </form>
      )}
    </section>
  );
}
