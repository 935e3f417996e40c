import { AgencyEntity, SectorsService } from '@roundtable/agencies';
import { Inject, Injectable } from '@nestjs/common';
import { type InvitationView, LIVE_BOOKING_STATUSES, type NewInvitation, paths } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, VenueEntity } from '@roundtable/events';
import { type AgencyLead, LeadsQueries } from '@roundtable/people';
import {
  type Actor,
  Audit,
  CONFIG,
  Clock,
  type Config,
  Database,
  type FilledTemplate,
  Outbox,
  Problem,
  filled,
  found,
  newId,
} from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { BookingEntity } from '../booking.entity';
import { trainingInWords, whenOf } from '../booking-words';
import { TeamPlaceEntity } from '../team-places/team-place.entity';
import { EventInvitationEntity } from './event-invitation.entity';
import { EVENT_INVITATION } from './inviting.templates';

/** Asking the leads of a sector that an event lacks to send somebody. */
@Injectable()
export class InvitingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly sectors: SectorsService,
    private readonly leads: LeadsQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Mails the leads of the sector's agencies, and of the sectors below it, that have neither a live booking nor places
   * held on the event: once for each lead, event and sector. Refuses an event that takes no bookings.
   */
  async invite(actor: Actor, eventId: string, { sector: name, note }: NewInvitation): Promise<InvitationView> {
    return this.database.transaction(async () => {
      found(await this.database.gate(EventEntity, eventId));
      const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
      if (event.status === 'cancelled') throw new Problem('events.cancelled');
      if (event.status !== 'published' || event.startsAt === null || event.hasStarted(this.clock.now()))
        throw new Problem('bookings.closed');
      const sector = await this.sectors.named(name);
      const leads = await this.leadsWithoutPlaces(eventId, sector.id);
      const before = await this.invitedBefore(eventId, sector.name, leads);
      const invited = leads.filter(({ personId }) => !before.has(personId));
      if (invited.length) await this.write(event, sector.name, invited, note?.trim() ?? '');
      await this.audit.record(actor, {
        action: 'event.invite',
        subjectKind: 'event',
        subjectId: eventId,
        after: { sector: sector.name, invited: invited.length },
      });
      return { sector: sector.name, invited: invited.length, invitedBefore: before.size };
    });
  }

  /** Each lead once, however many agencies of the sector they lead. */
  private async leadsWithoutPlaces(eventId: string, sectorId: string): Promise<AgencyLead[]> {
    const sectors = (await this.sectors.all()).filter(({ id, parentId }) => id === sectorId || parentId === sectorId);
    const agencies = await this.database
      .repo(AgencyEntity)
      .find({ select: { id: true }, where: { sectorId: In(sectors.map(({ id }) => id)), status: 'accepted' } });
    const booked = await this.database
      .repo(BookingEntity)
      .find({ select: { agencyId: true }, where: { eventId, status: In([...LIVE_BOOKING_STATUSES]) } });
    const holding = await this.database
      .repo(TeamPlaceEntity)
      .find({ select: { agencyId: true }, where: { eventId, releasedAt: IsNull() } });
    const there = new Set([...booked, ...holding].map(({ agencyId }) => agencyId));
    const found = await this.leads.of(agencies.map(({ id }) => id).filter((id) => !there.has(id)));
    return [...new Map(found.map((lead) => [lead.personId, lead])).values()];
  }

  private async invitedBefore(eventId: string, sector: string, leads: readonly AgencyLead[]): Promise<Set<string>> {
    const rows = await this.database
      .repo(EventInvitationEntity)
      .findBy({ eventId, sector, personId: In(['', ...leads.map(({ personId }) => personId)]) });
    return new Set(rows.map(({ personId }) => personId));
  }

  private async write(event: EventEntity, sector: string, leads: readonly AgencyLead[], note: string): Promise<void> {
    const invitedAt = this.clock.now();
    const invitations = leads.map(({ personId }) => ({ id: newId(), eventId: event.id, personId, sector, invitedAt }));
    await this.database.repo(EventInvitationEntity).insert(invitations);
    const letter = await this.letter(event, sector, note);
    await this.outbox.writeAll(
      leads.map(({ personId, name, email }) => ({
        kind: 'event-invitation',
        regarding: event.id,
        occurrence: `${sector}|${personId}`,
        to: { personId, name, address: email },
        letter,
      })),
    );
  }

  private async letter(event: EventEntity, sector: string, note: string): Promise<FilledTemplate> {
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const venue = event.venueId ? await this.database.repo(VenueEntity).findOneBy({ id: event.venueId }) : null;
    return filled(
      EVENT_INVITATION,
      {
        training: trainingInWords({ courseTitle: course.title, startsAt: event.startsAt }),
        course: course.title,
        sector,
        note,
      },
      {
        facts: [
          { label: 'Course', value: course.title },
          { label: 'When', value: whenOf(event) },
          { label: 'Where', value: event.delivery === 'online' ? 'Online' : (venue?.name ?? 'Venue to be confirmed') },
        ],
        url: `${this.config.publicUrl}${paths.event({ id: event.id })}`,
      },
    );
  }
}
