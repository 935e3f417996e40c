const WAIT_MS = 700;

/** Sends each answer as it is given, so that a phone that loses its connection loses nothing. */
export function keepDrafts() {
  for (const form of document.querySelectorAll('form[data-keep-draft]')) keepDraftOf(form);
}

function keepDraftOf(form) {
  const said = form.querySelector('[data-draft-state]');
  const waiting = new Map();
  const send = async (field, value) => {
    waiting.delete(field);
    try {
      const body = new URLSearchParams({ field, value });
      const answer = await fetch(form.dataset.keepDraft, { method: 'POST', body, keepalive: true });
      said.textContent = answer.ok ? 'Your answers are kept on this page until you send them.' : '';
    } catch {
      said.textContent = 'You seem to be offline. Keep this page open, and send your answers when you are back.';
    }
  };
  const later = (control, wait) => {
    if (!/^(rating|answer)-/.test(control.name)) return;
    const value = control.type === 'checkbox' && !control.checked ? '' : control.value;
    clearTimeout(waiting.get(control.name));
    waiting.set(
      control.name,
      setTimeout(() => send(control.name, value), wait),
    );
  };
  form.addEventListener('input', ({ target }) => later(target, WAIT_MS));
  form.addEventListener('change', ({ target }) => later(target, 0));
  form.addEventListener('submit', () => waiting.forEach((timer) => clearTimeout(timer)));
}
