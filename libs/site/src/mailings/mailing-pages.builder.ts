import type { ProgrammeSubscription } from '@roundtable/contracts';
import { Fields } from '../frame/fields';
import { type SamplePage, samplePage as page } from '../frame/sample-page.builder';
import { ownMailingsPage, readMailings } from './own-mailings.presenter';
import { unsubscribePage } from './unsubscribe.presenter';

/** Pages of mail about training. `topic` stands for what the office typed. */
export function mailingSamples(topic = 'Neglect'): SamplePage[] {
  const known = [topic, 'Online safety'];
  const own: ProgrammeSubscription = {
    allTopics: false,
    topics: [topic],
    area: 'city',
    consentedAt: '2024-05-07T08:30:00.000Z',
    endedAt: null,
  };
  const ended = { ...own, endedAt: '2024-05-08T08:30:00.000Z' };
  const refused = {
    given: readMailings(Fields.ofForm({ scope: 'some' }), known),
    errors: { topics: 'Choose at least one topic, or all of them', consent: 'Agree that we may write to you' },
  };
  return [
    page('mailings-off', 'mailings/own-mailings', ownMailingsPage(null, known, null)),
    page('mailings-on', 'mailings/own-mailings', ownMailingsPage(own, known, 'saved')),
    page('mailings-refused', 'mailings/own-mailings', ownMailingsPage(null, known, null, refused)),
    page('unsubscribe', 'mailings/unsubscribe', unsubscribePage(own, 'token')),
    page('unsubscribed', 'mailings/unsubscribe', unsubscribePage(ended, 'token')),
  ];
}
