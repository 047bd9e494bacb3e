// The quick exit of the pages that need no script: with one it also takes this page out of the history, and answers
// to three Shifts. The link alone works without it. Small and early: nothing waits for it.
(() => {
  const PRESSES = 3;
  const WITHIN = 1500;
  let presses = [];

  // Whoever has a conversation open in this browser leaves it too (rule S6). Nothing waits for the answer.
  const tell = () => {
    const path = '/api/conversation/exit';
    const body = new Blob(['{}'], { type: 'application/json' });
    try {
      if (navigator.sendBeacon(path, body)) return;
    } catch {}
    try {
      fetch(path, { method: 'POST', body, keepalive: true, cache: 'no-store' }).catch(() => undefined);
    } catch {}
  };

  const leave = () => {
    const link = document.querySelector('#exit');
    if (link === null) return;
    const { href } = link;
    document.title = '';
    document.body.replaceChildren();
    tell();
    window.location.replace(href);
  };

  window.addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof Element) || event.target.closest('#exit') === null) return;
      event.preventDefault();
      leave();
    },
    { capture: true },
  );
  // The steps of the guided orientation replace each other: somebody who looks at the history finds one of them.
  window.addEventListener('click', (event) => {
    const step = event.target instanceof Element ? event.target.closest('a[data-step]') : null;
    if (step === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    window.location.replace(step.href);
  });
  window.addEventListener(
    'keydown',
    ({ key, repeat }) => {
      if (repeat && key === 'Shift') return;
      const now = Date.now();
      presses = key === 'Shift' ? [...presses.filter((before) => now - before <= WITHIN), now] : [];
      if (presses.length >= PRESSES) leave();
    },
    { capture: true },
  );
  document.documentElement.dataset.ready = '';
})();
