import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CheckOutcome, type Checker, Checks, Database } from '@roundtable/platform';
import { BookingEntity } from '../booking.entity';
import { isEnded } from '../booking-transitions';
import { RegisterEntity } from '../register.entity';
import { ENDED_CHARGE_STATES } from './charge-transitions';
import { ChargeEntity, liveKeyOf } from './charge.entity';

/** The rules about charges, held against what is stored. */
@Injectable()
export class ChargeChecks implements Checker, OnModuleInit {
  readonly name = 'charges';

  constructor(
    private readonly database: Database,
    private readonly checks: Checks,
  ) {}

  onModuleInit(): void {
    this.checks.register(this);
  }

  async check(): Promise<CheckOutcome[]> {
    const charges = await this.database.repo(ChargeEntity).find({ order: { id: 'ASC' } });
    const live = charges.filter(({ state }) => !ENDED_CHARGE_STATES.includes(state));
    return [await this.withGround(live), this.oneLive(charges), this.toldWhenConfirmed(charges)];
  }

  private async withGround(live: readonly ChargeEntity[]): Promise<CheckOutcome> {
    const open = await this.database
      .repo(ChargeEntity)
      .createQueryBuilder('charge')
      .innerJoin(BookingEntity, 'booking', 'booking.id = charge.bookingId')
      .leftJoin(RegisterEntity, 'register', 'register.eventId = booking.eventId')
      .select(['charge.reference AS reference', 'charge.state AS state', 'booking.status AS status'])
      .where('register.id IS NULL AND charge.liveKey IS NOT NULL')
      .getRawMany<{ reference: string; state: string; status: string }>();
    return {
      rule: 'A charge belongs to a booking that has ended, or to a closed register',
      checked: live.length,
      breaches: open
        .filter(({ status }) => !isEnded(status))
        .map(({ reference, state }) => `charge ${reference}: ${state}, and the register is open`),
    };
  }

  private oneLive(charges: readonly ChargeEntity[]): CheckOutcome {
    const breaches = charges
      .filter(({ bookingId, kind, state, liveKey }) =>
        ENDED_CHARGE_STATES.includes(state) ? liveKey !== null : liveKey !== liveKeyOf(bookingId, kind),
      )
      .map(({ reference, state }) => `charge ${reference}: ${state}, with a key that says otherwise`);
    return { rule: 'One live charge for a booking and kind', checked: charges.length, breaches };
  }

  private toldWhenConfirmed(charges: readonly ChargeEntity[]): CheckOutcome {
    const confirmed = charges.filter(({ state }) => ['confirmed', 'sent_on', 'credited'].includes(state));
    return {
      rule: 'What is charged was told',
      checked: confirmed.length,
      breaches: confirmed
        .filter(({ toldAt }) => toldAt === null)
        .map(({ reference }) => `charge ${reference}: charged, and nobody was told`),
    };
  }
}
