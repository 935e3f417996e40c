import { Injectable } from '@nestjs/common';
import type { BookingEntity } from '@roundtable/bookings';
import type { FormStage } from '@roundtable/contracts';
import type { EventEntity } from '@roundtable/events';
import { Clock, Database, Links, found } from '@roundtable/platform';
import { In } from 'typeorm';
import { insertAll } from './bulk-insert';
import { type AnsweringWindow, type Stage, linkExpiry, managerLinkExpiry } from './evaluation-windows';
import { ResponseEntity } from './response.entity';

/** What links to a form are made for. */
const PURPOSE = 'evaluation';
/** What links to the question of a line manager are made for. */
const MANAGER_PURPOSE = 'line-manager';

/** A form that somebody is to get a link to. */
export interface LinkedForm {
  booking: BookingEntity;
  event: EventEntity;
  stage: Stage;
  window: AnsweringWindow;
}

/** A question that a line manager is to get a link to. */
export interface LinkedQuestion {
  booking: BookingEntity;
  event: EventEntity;
  closesAt: Date;
}

interface MadeLink {
  responseId: string;
  secret: string;
}

/** Personal links to forms. Each mail carries one of its own; all of them work until one is used. */
@Injectable()
export class FormLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: Links,
  ) {}

  /** The response that a link opens; null for one that is unknown or has expired. */
  async responseOf(secret: string): Promise<string | null> {
    return this.links.subjectOf(PURPOSE, secret);
  }

  /** Makes a link to each of these forms, and their responses where there are none; answers both, in the same order. */
  async to(forms: readonly LinkedForm[]): Promise<MadeLink[]> {
    const expiries = forms.map(({ window }) => linkExpiry(window));
    return this.make(PURPOSE, await this.responsesOf(forms), expiries);
  }

  /** The same for the questions of line managers; their links open nothing once the follow-up has closed. */
  async toManagers(questions: readonly LinkedQuestion[]): Promise<MadeLink[]> {
    const forms = questions.map(({ booking, event }) => ({ booking, event, stage: 'line-manager' as const }));
    const expiries = questions.map(({ closesAt }) => managerLinkExpiry(closesAt));
    return this.make(MANAGER_PURPOSE, await this.responsesOf(forms), expiries);
  }

  /** The response that a line manager's link opens; null for one that is unknown or has expired. */
  async managerResponseOf(secret: string): Promise<string | null> {
    return this.links.subjectOf(MANAGER_PURPOSE, secret);
  }

  private async make(purpose: string, ids: readonly string[], expiries: readonly Date[]): Promise<MadeLink[]> {
    const secrets = new Map<string, string>();
    for (const time of new Set(expiries.map((expiry) => expiry.getTime()))) {
      const alike = ids.filter((_, index) => expiries[index]?.getTime() === time);
      for (const [id, secret] of await this.links.makeEach(purpose, alike, new Date(time))) secrets.set(id, secret);
    }
    return ids.map((responseId) => ({ responseId, secret: found(secrets.get(responseId)) }));
  }

  private async responsesOf(
    forms: readonly (Pick<LinkedForm, 'booking' | 'event'> & { stage: FormStage })[],
  ): Promise<string[]> {
    const wanted = forms.map(({ booking, event, stage }) =>
      ResponseEntity.ofBooking(booking, event, stage, this.clock.now()),
    );
    const there = await this.database
      .repo(ResponseEntity)
      .find({ select: { id: true, uniqueKey: true }, where: { uniqueKey: In(wanted.map((row) => row.uniqueKey)) } });
    const ids = new Map(there.map(({ id, uniqueKey }) => [uniqueKey, id]));
    const missing = wanted.filter(({ uniqueKey }) => !ids.has(uniqueKey));
    await insertAll(this.database, ResponseEntity, missing);
    for (const { id, uniqueKey } of missing) ids.set(uniqueKey, id);
    return wanted.map(({ uniqueKey }) => found(ids.get(uniqueKey)));
  }
}
