import type { DataSection, Database } from '@roundtable/platform';
import { In } from 'typeorm';
import { JoinClickEntity } from '../joining/join-click.entity';
import { AccessNeedTaskEntity } from './access-need-task.entity';
import { AccessNeedEntity } from './access-need.entity';
import { SavedAccessNeedEntity } from './saved-access-need.entity';

/** What is held about what a person needs, and how they joined online; `references` are their bookings by id. */
export async function needsSections(
  database: Database,
  personId: string,
  references: ReadonlyMap<string, string>,
): Promise<DataSection[]> {
  const ofThem = { bookingId: In(['', ...references.keys()]) };
  const saved = await database.repo(SavedAccessNeedEntity).findBy({ personId });
  const needs = await database.repo(AccessNeedEntity).findBy(ofThem);
  const tasks = await database.repo(AccessNeedTaskEntity).findBy(ofThem);
  const clicks = await database.repo(JoinClickEntity).find({ where: ofThem, order: { clickedAt: 'ASC' } });
  return [
    {
      title: 'What you always need to take part',
      note: 'Given by your consent; kept until you take it back.',
      rows: saved.map((row) => ({
        'Your words': row.needs,
        'Dietary needs': row.dietaryNeeds,
        'Consented on': row.consentedAt,
      })),
    },
    {
      title: 'What you need to take part',
      note: 'Given by your consent; erased 30 days after the event, or when you withdraw it.',
      rows: needs.map((row) => ({
        Booking: references.get(row.bookingId) ?? null,
        'Your words': row.needs,
        'Dietary needs': row.dietaryNeeds,
        'Consented on': row.consentedAt,
      })),
    },
    {
      title: 'What we arrange for you',
      rows: tasks.map((row) => ({
        Booking: references.get(row.bookingId) ?? null,
        'To arrange since': row.openedAt,
        'Arranged on': row.doneAt,
      })),
    },
    {
      title: 'When you joined online',
      note: 'When you pressed the button to join; kept for one year.',
      rows: clicks.map((row) => ({ Booking: references.get(row.bookingId) ?? null, 'Pressed on': row.clickedAt })),
    },
  ];
}
