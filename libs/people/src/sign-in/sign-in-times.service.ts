import { Injectable } from '@nestjs/common';
import { Settings } from '@roundtable/platform';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FRESH_FOR_MS = 10_000;

/** How long a sign-in lasts, in milliseconds: without a request, and in any case. */
export interface SignInTimes {
  idleMs: number;
  absoluteMs: number;
}

/** The partnership's time-outs, `signIn.idleMinutes` (240) and `signIn.absoluteHours` (14), read at most every 10 seconds. */
@Injectable()
export class SignInTimesService {
  private times: SignInTimes;
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly settings: Settings) {}

  async read(): Promise<SignInTimes> {
    const age = Date.now() - this.readAt;
    if (age >= 0 && age < FRESH_FOR_MS) return this.times;
    const idleMinutes = await this.settings.read('signIn.idleMinutes', 240);
    const absoluteHours = await this.settings.read('signIn.absoluteHours', 14);
    this.times = {
      idleMs: within(idleMinutes, 5, 1440, 240) * MINUTE_MS,
      absoluteMs: within(absoluteHours, 1, 168, 14) * HOUR_MS,
    };
    this.readAt = Date.now();
    return this.times;
  }
}

/** A setting that is no number, or out of all bounds, must not leave people signed in for ever. */
function within(value: unknown, least: number, most: number, otherwise: number): number {
  return typeof value === 'number' && value >= least && value <= most ? value : otherwise;
}
