import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EventView } from '@roundtable/contracts';
import { AccountsService } from '@roundtable/people';
import { LARGE, LargeProgramme } from '../../apps/api/src/demonstration/large-programme';
import { onTheProduct } from '../support/product';
import { Website } from '../support/website';

const MOST = 6;

onTheProduct((product) => {
  let event: EventView;
  let website: Website;
  const statements = async (ask: () => Promise<{ status: number }>): Promise<number> => {
    await ask();
    const before = product.database.statements.count;
    expect((await ask()).status).toBe(200);
    return product.database.statements.count - before;
  };

  beforeAll(async () => {
    await product.app.get(LargeProgramme).load({ ...LARGE, people: 300, bookings: 6000 });
    await product.person('practitioner', { email: 'reader@person.example' });
    await product.app.get(AccountsService).createToken('reader@person.example');
    website = new Website(product);
    await website.signIn('reader@person.example');
    const from = new Date(Date.now() + 60 * 24 * 3600_000).toISOString().slice(0, 10);
    event = (await product.ask<EventView[]>('GET', `/api/events?status=published&from=${from}&_end=1`)).body[0]!;
  }, 120_000);

  describe('500 courses and 5,000 events', () => {
    const month = () => event.startsAt!.slice(0, 7);
    const pages: [string, () => string][] = [
      ['the list', () => '/courses'],
      ['the list, page 7', () => '/courses?page=7'],
      ['the list, filtered and searched', () => '/courses?q=exploitaton&topic=Exploitation&delivery=online&area=city'],
      ['the list, with places free', () => '/courses?free=yes'],
      ['the month', () => `/courses?view=month&month=${month()}`],
      ['the print view', () => '/courses?view=print'],
      ['the page of a course', () => '/c/large-programme-1'],
      ['the page of an event', () => `/events/${event.id}`],
      ['the calendar feed', () => '/programme.ics?topic=Neglect'],
      ['the RSS feed', () => '/programme.rss'],
    ];

    it.each(pages)('%s: at most 6 statements for a visitor', async (_, path) => {
      expect(await statements(() => product.ask('GET', path()))).toBeLessThanOrEqual(MOST);
    });

    it.each(pages)(
      '%s: at most 6 statements for somebody signed in, and one to find out who it is',
      async (_, path) => {
        expect(await statements(() => website.get(path()))).toBeLessThanOrEqual(MOST + 1);
      },
    );

    it('the list and the month stay light', async () => {
      const list = await product.ask('GET', '/courses');
      expect(Buffer.byteLength(list.text)).toBeLessThan(60_000);
    });
  });
});
