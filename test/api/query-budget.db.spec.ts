import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EventView } from '@roundtable/contracts';
import { AccountsService } from '@roundtable/people';
import { Settings } from '@roundtable/platform';
import { DemonstrationService } from '../../apps/api/src/demonstration/demonstration.service';
import { type Caller, onTheProduct } from '../support/product';

onTheProduct((product) => {
  let coordinator: Caller;
  let practitioner: Caller;
  let event: EventView;
  const caller = async (email: string): Promise<Caller> => ({
    personId: '',
    token: await product.app.get(AccountsService).createToken(email),
  });

  beforeAll(async () => {
    await product.app.get(DemonstrationService).load();
    coordinator = await caller('coordinator@partnership.example');
    practitioner = await caller('practitioner@sherwood.example');
    event = (await product.ask<EventView[]>('GET', '/api/events?status=published')).body[0]!;
  });

  describe('statements that a request asks of the database, who is asking included', () => {
    it.each([
      ['/api/events?_end=25', 6],
      ['/api/events?_end=100', 6],
      ['/api/bookings?_end=25', 3],
      ['/api/bookings?_end=200', 3],
      ['/api/charges?_end=100', 4],
      ['/api/practitioners?_end=100', 3],
      ['/api/agencies?_end=100', 4],
      ['/api/messages?_end=100', 3],
      ['/api/event-mails?_end=100', 5],
      ['/api/programme-mailings?_end=100', 5],
      ['/api/programme-mailing-recipients?_end=100', 4],
      ['/api/accounts?_end=100', 7],
      ['/api/settings', 2],
      ['/api/courses?_end=100', 10],
      ['/api/learning-sources?_end=100', 4],
      ['/api/guidance?_end=100', 6],
      ['/api/reports/knowledge-gain', 6],
      ['/api/reports/follow-up', 6],
      ['/api/venues?_end=100', 3],
      ['/api/trainers?_end=100', 5],
      ['/api/trainers/hours', 2],
      ['/api/reports/questions', 6],
      ['/api/reports/standing-questions', 6],
      ['/api/event-trainers?_end=100', 5],
      ['/api/other-provider-events?_end=100', 3],
      ['/api/outside-attendances?_end=100', 3],
    ])('%s: at most %i, however many rows', async (path, most) => {
      await product.ask('GET', path, { as: coordinator });
      // What all requests share, at most twice a second: whether this is a demonstration, and its clock.
      await product.app.get(Settings).refreshDemonstration(true);
      const before = product.database.statements.count;
      expect((await product.ask('GET', path, { as: coordinator })).status).toBe(200);
      expect(product.database.statements.count - before).toBeLessThanOrEqual(most);
    });

    it.each([
      ['/', 6],
      ['/courses', 6],
      ['/learning', 6],
      ['/my-training', 12],
    ])('the page %s: at most %i', async (path, most) => {
      await product.ask('GET', path, { as: practitioner });
      await product.app.get(Settings).refreshDemonstration(true);
      const before = product.database.statements.count;
      expect((await product.ask('GET', path, { as: practitioner })).status).toBe(200);
      expect(product.database.statements.count - before).toBeLessThanOrEqual(most);
    });

    it('the page of an event, and its course: at most 6 each, and one to find out who is asking', async () => {
      for (const path of [`/events/${event.id}`, '/c/managing-allegations-workshop']) {
        await product.ask('GET', path, { as: practitioner });
        await product.app.get(Settings).refreshDemonstration(true);
        const before = product.database.statements.count;
        expect((await product.ask('GET', path, { as: practitioner })).status).toBe(200);
        const asked = product.database.statements.count - before;
        expect([path, asked <= 7]).toEqual([path, true]);
      }
    });
  });
});
