import { type AnsweringRoomView, paths } from '@roundtable/contracts';
import { dateInWords, timeInWords } from '@roundtable/platform';
import type { PageModel } from '../frame/site-pages';

export interface AnsweringRoomPage extends PageModel {
  caption: string;
  room: AnsweringRoomView;
  action: string;
  backHref: string | null;
  /** Where the page's script asks how many have answered. */
  countHref: string;
  countWords: string;
  opensWords: string;
  canOpen: boolean;
}

/** What is projected in the room. A trainer goes back to their register. */
export function answeringRoomPage(room: AnsweringRoomView, isTrainer: boolean): AnsweringRoomPage {
  return {
    title: 'Tell us what you learnt',
    section: 'mine',
    isPersonal: true,
    caption: room.courseTitle,
    room,
    action: paths.answeringRoom({ id: room.eventId }),
    backHref: isTrainer ? paths.eventIRun({ id: room.eventId }) : null,
    countHref: `/api/events/${room.eventId}/answering-room`,
    countWords: `${room.answered} of ${room.people} answered`,
    opensWords: opensWords(room),
    canOpen: room.mayOpen && room.openedAt === null,
  };
}

function opensWords({ openedAt, opensAt, isOpen }: AnsweringRoomView): string {
  if (!isOpen) return 'The digits lead to the questions on the day of the training and the day after.';
  if (openedAt) return 'The questions after the training are open.';
  if (!opensAt) return '';
  const at = new Date(opensAt);
  return `The questions after the training open by themselves on ${dateInWords(at)} at ${timeInWords(at)}.`;
}
