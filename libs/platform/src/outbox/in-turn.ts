/** One item's place among those that are worked on at once. */
export interface Turn {
  /** When those before it passed theirs on, and those of the same key are done. */
  comes: Promise<unknown>;
  /** Lets the next one begin. */
  pass(): void;
}

/**
 * Works on items several at once, in their order: each is got ready early, and waits for its turn. Two of the same key
 * are never worked on at once, even where a turn is passed on early. Ends early where `mayGoOn` says no.
 */
export async function inTurn<Item>(
  items: readonly Item[],
  { lanes, keyOf, mayGoOn }: { lanes: number; keyOf: (item: Item) => string; mayGoOn: () => boolean },
  work: (item: Item, turn: Turn) => Promise<void>,
): Promise<void> {
  const byKey = new Map<string, Promise<void>>();
  let last: Promise<void> = Promise.resolve();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined && mayGoOn(); item = items[next++]) {
      const comes = Promise.all([last, byKey.get(keyOf(item))]);
      const passed = signal();
      const done = signal();
      last = passed.given;
      byKey.set(keyOf(item), done.given);
      try {
        await work(item, { comes, pass: passed.give });
      } finally {
        passed.give();
        done.give();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
}

/** Something that others wait for, and how to let them go on. */
function signal(): { given: Promise<void>; give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}
