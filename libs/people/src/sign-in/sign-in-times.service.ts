import { Injectable } from '@nestjs/common';
import { Settings } from '@roundtable/platform';
import { ABSOLUTE_HOURS, IDLE_MINUTES } from './sign-in-settings';

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
    const idleMinutes = await this.settings.read<unknown>(IDLE_MINUTES.name, IDLE_MINUTES.usual);
    const absoluteHours = await this.settings.read<unknown>(ABSOLUTE_HOURS.name, ABSOLUTE_HOURS.usual);
    this.times = {
      idleMs: within(idleMinutes, IDLE_MINUTES) * MINUTE_MS,
      absoluteMs: within(absoluteHours, ABSOLUTE_HOURS) * HOUR_MS,
    };
    this.readAt = Date.now();
    return this.times;
  }
}

/** A setting that is no number, or out of all bounds, must not leave people signed in for ever. */
function within(value: unknown, { least, most, usual }: { least: number; most: number; usual: number }): number {
  return typeof value === 'number' && value >= least && value <= most ? value : usual;
}
