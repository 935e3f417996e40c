/** A place, or a wait for one, as the model knows it. */
export interface ModelBooking {
  id: string;
  person: string;
  agency: string;
  status: string;
  /** The order of the line; the model counts its own turns. */
  turn: number;
  holdsPlace: boolean;
  missedOnce: boolean;
}

export interface ModelHold {
  id: string;
  agency: string;
  places: number;
  isReleased: boolean;
}

export interface ModelEvent {
  id: string;
  capacity: number;
  agencyCap: number | null;
  kept: { sector: string; places: number } | null;
  policy: 'confirm' | 'offer';
  hasStarted: boolean;
  bookings: ModelBooking[];
  holds: ModelHold[];
}

export interface ModelAgency {
  sector: string;
  wantsApproval: boolean;
}

const LIVE = ['awaiting_approval', 'confirmed', 'waitlisted', 'offered'];
export const isLive = ({ status }: ModelBooking): boolean => LIVE.includes(status);
const takesPlace = (booking: ModelBooking): boolean =>
  booking.status === 'confirmed' ||
  booking.status === 'offered' ||
  (booking.status === 'awaiting_approval' && booking.holdsPlace);

/** What a step comes to: the state is changed, or it is refused and stays as it was. */
export type Outcome = 'done' | 'refused';

/**
 * The booking rules once more, as plainly as they can be written: lists and loops, no database, no clock of its own.
 * Events are of one course. The product must come to the same states, step by step.
 */
export class PlacesModel {
  private turns = 0;

  constructor(
    readonly events: ModelEvent[],
    private readonly agencies: ReadonlyMap<string, ModelAgency>,
  ) {}

  held(event: ModelEvent): { agency: string; places: number }[] {
    return [
      ...event.bookings.filter(takesPlace).map(({ agency }) => ({ agency, places: 1 })),
      ...event.holds.filter(({ isReleased }) => !isReleased),
    ];
  }

  total(event: ModelEvent): number {
    return this.held(event).reduce((sum, { places }) => sum + places, 0);
  }

  open(event: ModelEvent, agency: string): number {
    const held = this.held(event);
    const bySector = (sector: string) =>
      held.reduce((sum, one) => sum + (this.agencies.get(one.agency)?.sector === sector ? one.places : 0), 0);
    const { kept } = event;
    const keptBack =
      kept && kept.sector !== this.agencies.get(agency)?.sector ? Math.max(0, kept.places - bySector(kept.sector)) : 0;
    const open = event.capacity - this.total(event) - keptBack;
    const own = held.reduce((sum, one) => sum + (one.agency === agency ? one.places : 0), 0);
    return Math.max(0, event.agencyCap === null ? open : Math.min(open, event.agencyCap - own));
  }

  waiting(event: ModelEvent): ModelBooking[] {
    return event.bookings.filter(({ status }) => status === 'waitlisted').sort((a, b) => a.turn - b.turn);
  }

  live(event: ModelEvent, person: string): ModelBooking | undefined {
    return event.bookings.find((booking) => booking.person === person && isLive(booking));
  }

  serve(event: ModelEvent): void {
    for (const booking of this.waiting(event)) {
      if (this.total(event) >= event.capacity) return;
      if (booking.status !== 'waitlisted' || this.open(event, booking.agency) < 1) continue;
      if (this.holdsElsewhere(event, booking.person)) continue;
      if (event.policy === 'offer') booking.status = 'offered';
      else this.confirm(event, booking);
    }
  }

  /** `idOf` names the booking that the product made. */
  book(event: ModelEvent, person: string, agency: string, id: string): Outcome {
    if (this.live(event, person)) return 'done';
    if (event.hasStarted || this.holdsElsewhere(event, person)) return 'refused';
    this.serve(event);
    const isOpen = this.open(event, agency) > 0;
    const wantsApproval = this.agencies.get(agency)?.wantsApproval === true;
    const booking = this.add(event, { id, person, agency });
    booking.status = wantsApproval ? 'awaiting_approval' : isOpen ? 'confirmed' : 'waitlisted';
    booking.holdsPlace = wantsApproval && isOpen;
    if (booking.status === 'confirmed') this.confirm(event, booking);
    return 'done';
  }

  cancel(event: ModelEvent, booking: ModelBooking): Outcome {
    if (!isLive(booking)) return 'refused';
    booking.status = 'cancelled';
    this.serve(event);
    return 'done';
  }

  accept(event: ModelEvent, booking: ModelBooking, isInTime: boolean): Outcome {
    if (booking.status === 'confirmed') return 'done';
    if (booking.status !== 'offered' || !isInTime) return 'refused';
    this.confirm(event, booking);
    return 'done';
  }

  refuse(event: ModelEvent, booking: ModelBooking): Outcome {
    return booking.status === 'offered' ? this.cancel(event, booking) : 'refused';
  }

  approve(event: ModelEvent, booking: ModelBooking): Outcome {
    if (booking.status !== 'awaiting_approval' || event.hasStarted) return 'refused';
    if (!booking.holdsPlace) this.serve(event);
    if (booking.holdsPlace || this.open(event, booking.agency) > 0) {
      this.confirm(event, booking);
      return 'done';
    }
    booking.status = 'waitlisted';
    booking.turn = this.turns += 1;
    this.serve(event);
    return 'done';
  }

  decline(event: ModelEvent, booking: ModelBooking): Outcome {
    if (booking.status !== 'awaiting_approval') return 'refused';
    booking.status = 'declined';
    this.serve(event);
    return 'done';
  }

  transfer(from: ModelEvent, booking: ModelBooking, to: ModelEvent, id: string): Outcome {
    if (!isLive(booking) || to.hasStarted || to === from) return 'refused';
    const waits = this.live(to, booking.person);
    this.serve(to);
    const isOpen = this.open(to, booking.agency) > 0;
    if (takesPlace(booking) && !isOpen) return 'refused';
    const isAwaiting = booking.status === 'awaiting_approval';
    booking.status = 'cancelled';
    if (waits) waits.status = 'cancelled';
    const made = this.add(to, { id, person: booking.person, agency: booking.agency });
    made.status = isAwaiting ? 'awaiting_approval' : isOpen ? 'confirmed' : 'waitlisted';
    made.holdsPlace = isAwaiting && isOpen;
    if (made.status === 'confirmed') this.confirm(to, made);
    this.serve(from);
    return 'done';
  }

  substitute(event: ModelEvent, booking: ModelBooking, person: string, id: string): Outcome {
    const there = this.live(event, person);
    if (booking.status !== 'confirmed' || event.hasStarted) return 'refused';
    if (there && there.status !== 'waitlisted') return 'refused';
    if (this.holdsElsewhere(event, person)) return 'refused';
    booking.status = 'substituted';
    if (there) there.status = 'cancelled';
    const made = this.add(event, { id, person, agency: booking.agency });
    const wantsApproval = this.agencies.get(booking.agency)?.wantsApproval === true;
    made.status = wantsApproval ? 'awaiting_approval' : 'confirmed';
    made.holdsPlace = wantsApproval;
    if (!wantsApproval) this.confirm(event, made);
    return 'done';
  }

  hold(event: ModelEvent, agency: string, places: number, id: string): Outcome {
    if (event.hasStarted) return 'refused';
    this.serve(event);
    if (this.open(event, agency) < places) return 'refused';
    event.holds.push({ id, agency, places, isReleased: false });
    return 'done';
  }

  name(event: ModelEvent, hold: ModelHold, person: string, id: string): Outcome {
    const there = this.live(event, person);
    if (there && there.status !== 'waitlisted') return 'done';
    if (hold.isReleased || event.hasStarted || this.holdsElsewhere(event, person)) return 'refused';
    if (there) there.status = 'cancelled';
    hold.places -= 1;
    hold.isReleased = hold.places === 0;
    this.confirm(event, this.add(event, { id, person, agency: hold.agency }));
    return 'done';
  }

  release(event: ModelEvent, hold: ModelHold): Outcome {
    if (hold.isReleased) return 'done';
    hold.isReleased = true;
    this.serve(event);
    return 'done';
  }

  changeCapacity(event: ModelEvent, capacity: number): Outcome {
    if (capacity < this.total(event)) return 'refused';
    event.capacity = capacity;
    this.serve(event);
    return 'done';
  }

  addPerson(event: ModelEvent, person: string, agency: string, id: string): Outcome {
    const there = this.live(event, person);
    if (there && there.status !== 'waitlisted') return 'done';
    if (event.hasStarted || this.holdsElsewhere(event, person)) return 'refused';
    event.capacity += 1;
    this.confirm(event, there ?? this.add(event, { id, person, agency }));
    this.serve(event);
    return 'done';
  }

  promote(event: ModelEvent, booking: ModelBooking): Outcome {
    if (event.hasStarted || booking.status !== 'waitlisted') return 'refused';
    if (this.total(event) >= event.capacity || this.holdsElsewhere(event, booking.person)) return 'refused';
    this.confirm(event, booking);
    return 'done';
  }

  /** An offer that ran out: to the end of the line once, the second time it lapses. */
  runOut(event: ModelEvent, booking: ModelBooking): void {
    if (booking.status !== 'offered') return;
    if (booking.missedOnce) booking.status = 'lapsed';
    else {
      booking.status = 'waitlisted';
      booking.missedOnce = true;
      booking.turn = this.turns += 1;
    }
    this.serve(event);
  }

  start(event: ModelEvent): void {
    event.hasStarted = true;
    for (const booking of event.bookings)
      if (isLive(booking) && booking.status !== 'confirmed') booking.status = 'lapsed';
  }

  private holdsElsewhere(event: ModelEvent, person: string): boolean {
    return this.events.some(
      (other) =>
        other !== event &&
        !other.hasStarted &&
        other.bookings.some((one) => one.person === person && isLive(one) && one.status !== 'waitlisted'),
    );
  }

  private confirm(event: ModelEvent, booking: ModelBooking): void {
    booking.status = 'confirmed';
    for (const other of this.events)
      for (const wait of other === event ? [] : other.bookings)
        if (wait.person === booking.person && wait.status === 'waitlisted') wait.status = 'cancelled';
  }

  private add(event: ModelEvent, facts: { id: string; person: string; agency: string }): ModelBooking {
    const booking = { ...facts, status: '', turn: (this.turns += 1), holdsPlace: false, missedOnce: false };
    event.bookings.push(booking);
    return booking;
  }
}
