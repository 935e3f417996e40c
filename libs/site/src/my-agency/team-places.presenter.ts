import { type EventView, type PractitionerView, type TeamPlacesView, paths } from '@roundtable/contracts';
import { dateInWords, timeInWords } from '@roundtable/platform';
import { type FormPage, formPage, selectField } from '../account/form-page';
import type { Fields } from '../frame/fields';
import { count, sentence, when } from '../frame/words';
import { delegateFields } from './agency-booking.presenter';

export const TEAM_MOMENTS = ['held', 'named', 'released'] as const;
export type TeamMoment = (typeof TEAM_MOMENTS)[number] | null;

/** Gives one of the places a name: somebody who is known, or somebody new. */
export function teamPlacesPage(
  held: TeamPlacesView,
  event: EventView,
  members: readonly PractitionerView[],
  given: Fields | null = null,
  errors: Record<string, string> = {},
  moment: TeamMoment = null,
): TeamPlacesPage {
  const isOpen = held.releasedAt === null;
  const until = new Date(held.heldUntil);
  const form = formPage(
    {
      title: isOpen
        ? `${sentence(count(held.places, 'place'))} held for your agency`
        : 'These places are not held any more',
      section: 'agency',
      caption: `${event.courseTitle}, ${when(event)}`,
      notice: noticeOf(moment),
      words: isOpen
        ? [
            `They are held for ${held.agencyName}.`,
            `Places without a name go back on ${dateInWords(until)} at ${timeInWords(until)}.`,
            'Name one person at a time. They get the place at once, and we write to them.',
          ]
        : ['Each place has a name, or went back to whoever waits.'],
      action: paths.teamPlaces({ id: held.id }),
      back: { text: 'Bookings of my agency', href: paths.agencyBookings },
      fields: isOpen
        ? [
            ...(members.length
              ? [
                  selectField(
                    'practitionerId',
                    'Somebody we know',
                    [
                      { value: '', text: 'Choose, or enter somebody below', selected: !given?.text('practitionerId') },
                      ...members.map(({ id, name }) => ({
                        value: id,
                        text: name,
                        selected: given?.text('practitionerId') === id,
                      })),
                    ],
                    errors,
                  ),
                ]
              : []),
            ...delegateFields(given, errors),
          ]
        : [],
      button: { text: 'Give a place to this person', name: 'answer', value: 'name' },
    },
    errors,
  );
  return { ...form, isOpen, eventHref: paths.event({ id: event.id }) };
}

export interface TeamPlacesPage extends FormPage {
  isOpen: boolean;
  eventHref: string;
}

function noticeOf(moment: TeamMoment): string | null {
  if (moment === 'held') return 'The places are held.';
  if (moment === 'named') return 'They have the place. We wrote to them.';
  if (moment === 'released') return 'The places went back. If somebody was waiting, they get them.';
  return null;
}
