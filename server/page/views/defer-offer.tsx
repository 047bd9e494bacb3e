import type { ComponentChildren, JSX } from 'preact';
import type { ClientState } from '../client/state.ts';
import { usePage } from './context.ts';
import { Frame, Title } from './frame.tsx';

/** Always there while one waits: the way out of the queue. */
export function DeferOffer({ chat }: { readonly chat: ClientState }): JSX.Element | null {
  const { app, texts } = usePage();
  if (chat.phase !== 'open' || chat.status?.status !== 'waiting') return null;
  if (app.state().service?.deferred !== true) return null;
  return (
    <div class="defer-offer">
      <button type="button" class="quiet" onClick={() => app.setDeferring(true)}>
        {texts.deferred.offer}
      </button>
    </div>
  );
}

/** Until the form's file is here: its title, the way back, and the emergency card as everywhere. */
export function DeferSoon({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { app, texts } = usePage();
  return (
    <Frame>
      <Title>{texts.deferred.title}</Title>
      {children}
      <div class="defer-buttons">
        <button type="button" class="quiet" onClick={() => app.setDeferring(false)}>
          {texts.deferred.back}
        </button>
      </div>
    </Frame>
  );
}
