import { Injectable } from '@nestjs/common';
import type { BookingEntity } from '@roundtable/bookings';
import type { EventEntity } from '@roundtable/events';
import { Clock, Database, Links, found } from '@roundtable/platform';
import { In } from 'typeorm';
import { insertAll } from './bulk-insert';
import { type AnsweringWindow, type Stage, linkExpiry } from './evaluation-windows';
import { ResponseEntity } from './response.entity';

/** What links to a form are made for. */
const PURPOSE = 'evaluation';

/** A form that somebody is to get a link to. */
export interface LinkedForm {
  booking: BookingEntity;
  event: EventEntity;
  stage: Stage;
  window: AnsweringWindow;
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
  async to(forms: readonly LinkedForm[]): Promise<{ responseId: string; secret: string }[]> {
    const ids = await this.responsesOf(forms);
    const expiries = forms.map(({ window }) => linkExpiry(window));
    const secrets = new Map<string, string>();
    for (const time of new Set(expiries.map((expiry) => expiry.getTime()))) {
      const alike = ids.filter((_, index) => expiries[index]?.getTime() === time);
      for (const [id, secret] of await this.links.makeEach(PURPOSE, alike, new Date(time))) secrets.set(id, secret);
    }
    return ids.map((responseId) => ({ responseId, secret: found(secrets.get(responseId)) }));
  }

  private async responsesOf(forms: readonly LinkedForm[]): Promise<string[]> {
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
