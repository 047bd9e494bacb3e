import { X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import type { Head } from '../../../protocol/head.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { RelayButton } from '../../components/RelayButton.tsx';
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
  // Some sixty elements that few conversations need: made when somebody comes to write a tag, not at each switch.
  const [offered, setOffered] = useState(false);
  const options = useId();
  const may = mayChange(head, self);
  const full = head.tags.length >= LIMITS.tagsPerConversation;

  async function save(tags: string[]): Promise<boolean> {
    return desk.run({ kind: 'tags', conversation: head.conversation, tags });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const tag = typed.trim();
    if (head.tags.includes(tag)) setTyped('');
    if (tag === '' || head.tags.includes(tag)) return;
    run(async () => {
      // What the relay did not take stays in its field.
      if (await save([...head.tags, tag])) setTyped((now) => (now.trim() === tag ? '' : now));
    });
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
                <RelayButton
                  className="icon-button"
                  aria-label={text.remove(tag)}
                  disabled={busy}
                  onClick={() => run(() => save(head.tags.filter((other) => other !== tag)))}
                >
                  <X size={14} />
                </RelayButton>
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
            onFocus={() => setOffered(true)}
            onChange={(event) => setTyped(event.target.value)}
          />
          <datalist id={options}>
            {offered &&
              known.filter((tag) => !head.tags.includes(tag)).map((tag) => <option key={tag} value={tag} />)}
          </datalist>
          {typed.trim() !== '' && (
            <RelayButton type="submit" className="button small" disabled={busy}>
              {text.submit}
            </RelayButton>
          )}
        </form>
      )}
    </section>
  );
}
