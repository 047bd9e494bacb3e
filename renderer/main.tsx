import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import '../design/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/shell.css';
import './styles/lists.css';
import './styles/status.css';
import './styles/conversation.css';
import './styles/messages.css';
import './styles/composer.css';
import './styles/deferred.css';
import './styles/silence.css';
import './styles/context.css';
import './styles/colleagues.css';
import './styles/dialogs.css';
import './styles/search.css';
import './styles/palette.css';
import './styles/board.css';
import './styles/content.css';
import './styles/narrow.css';
import './styles/forced.css';
import { createSounds } from './sound/sounds.ts';
import { createDesk } from './stores/desk.ts';
import { isFault } from './stores/fault.ts';
import { WINDOW_LASTING } from './stores/restoring.ts';
import { App } from './views/App.tsx';
import { DeskContext } from './views/provider.ts';

// The window's policy forbids eval: schemas must not compile themselves.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const desk = createDesk({ bridge: window.permanence, sounds: createSounds(), lasting: WINDOW_LASTING });
desk.start();
// The last resort: what nobody caught is said, once, and the desk goes on.
window.addEventListener('unhandledrejection', () => desk.fail());
window.addEventListener('error', (event) => {
  if (isFault(event)) desk.fail();
});
createRoot(root).render(
  <StrictMode>
    <DeskContext value={desk}>
      <App />
    </DeskContext>
  </StrictMode>,
);
