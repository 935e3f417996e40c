const EVERY_MS = 5000;

/** Asks again and again how many have answered, as long as somebody looks at the page. */
export function countAnswers() {
  for (const place of document.querySelectorAll('[data-count-from]'))
    setInterval(() => {
      if (!document.hidden) void show(place);
    }, EVERY_MS);
}

async function show(place) {
  try {
    const answer = await fetch(place.dataset.countFrom, { headers: { accept: 'application/json' } });
    if (!answer.ok) return;
    const { answered, people } = await answer.json();
    const words = `${answered} of ${people} answered`;
    // Unchanged words are not written again, so that nobody hears them twice.
    if (place.textContent !== words)
      place.replaceChildren(Object.assign(document.createElement('strong'), { textContent: words }));
  } catch {
    // Offline: the count stays as it was, and the next turn asks again.
  }
}
