import { ApiProperty } from '@nestjs/swagger';
import {
  AREAS,
  type Area,
  DELIVERIES,
  type Delivery,
  EVENT_STATUSES,
  type EventChange,
  type EventStatus,
  type NewEvent,
  type NewSession,
  WAITLIST_POLICIES,
  type WaitlistPolicy,
} from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsISO8601,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { JoiningDto } from './joining/joining.dto';
import { MOST_PLACES } from './event-rules';
import { EventTermsDto, INSTANT } from './terms/event-terms.dto';

const MOST_SESSIONS = 60;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class SessionDto implements NewSession {
  @ApiProperty({ required: false, description: 'The session this is, when sessions of an event are changed' })
  @IsOptional()
  @IsString({ message: 'The id of a session must be text' })
  id?: string;

  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true }, { message: 'Enter the start as a date and time in UTC, such as 2026-05-22T08:30:00Z' })
  @Matches(INSTANT, { message: 'Enter the start as a date and time in UTC, such as 2026-05-22T08:30:00Z' })
  startsAt: string;

  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true }, { message: 'Enter the end as a date and time in UTC, such as 2026-05-22T11:30:00Z' })
  @Matches(INSTANT, { message: 'Enter the end as a date and time in UTC, such as 2026-05-22T11:30:00Z' })
  endsAt: string;
}

/** No sessions are asked of an event whose date is to be confirmed. */
const hasDates = ({ dateToBeConfirmed, sessions }: NewEventDto): boolean =>
  dateToBeConfirmed !== true || !(sessions === undefined || (Array.isArray(sessions) && sessions.length === 0));

export class NewEventDto extends EventTermsDto implements NewEvent {
  @ApiProperty()
  @IsString({ message: 'Choose a course' })
  courseId: string;

  @ApiProperty({ minimum: 1, maximum: MOST_PLACES })
  @Max(MOST_PLACES, { message: `The capacity must be ${MOST_PLACES} or fewer` })
  @Min(1, { message: 'The capacity must be 1 or more' })
  @IsInt({ message: 'Enter the capacity as a whole number' })
  capacity: number;

  @ApiProperty({ type: [SessionDto], description: 'Left out where the date is to be confirmed' })
  @ValidateIf(hasDates)
  @ValidateNested({ each: true, message: 'Each session needs a start and an end' })
  @Type(() => SessionDto)
  @ArrayMaxSize(MOST_SESSIONS, { message: `Add ${MOST_SESSIONS} sessions or fewer` })
  @ArrayMinSize(1, { message: 'Add at least one session' })
  @IsArray({ message: 'Add at least one session' })
  sessions?: SessionDto[];

  @ApiProperty({ enum: DELIVERIES })
  @IsIn(DELIVERIES, { message: `The delivery must be one of ${DELIVERIES.join(', ')}` })
  delivery: Delivery;

  @ApiProperty({ required: false, nullable: true, enum: AREAS, description: 'Whose area it is meant for' })
  @IsOptional()
  @IsIn(AREAS, { message: `The area must be one of ${AREAS.join(', ')}` })
  area?: Area;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'The venue must be named by its id' })
  venueId?: string;

  @ApiProperty({ required: false, enum: WAITLIST_POLICIES })
  @IsOptional()
  @IsIn(WAITLIST_POLICIES, { message: `The waiting list policy must be one of ${WAITLIST_POLICIES.join(', ')}` })
  waitlistPolicy?: WaitlistPolicy;
}

const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;

export class EventChangeDto extends EventTermsDto implements EventChange {
  @ApiProperty({ required: false, minimum: 1, maximum: MOST_PLACES })
  @ValidateIf(isGiven)
  @Max(MOST_PLACES, { message: `The capacity must be ${MOST_PLACES} or fewer` })
  @Min(1, { message: 'The capacity must be 1 or more' })
  @IsInt({ message: 'Enter the capacity as a whole number' })
  capacity?: number;

  @ApiProperty({ required: false, enum: DELIVERIES })
  @ValidateIf(isGiven)
  @IsIn(DELIVERIES, { message: `The delivery must be one of ${DELIVERIES.join(', ')}` })
  delivery?: Delivery;

  @ApiProperty({ required: false, nullable: true, enum: AREAS, description: 'Whose area it is meant for' })
  @IsOptional()
  @IsIn(AREAS, { message: `The area must be one of ${AREAS.join(', ')}` })
  area?: Area;

  @ApiProperty({ required: false, nullable: true, description: 'Null takes the venue away' })
  @IsOptional()
  @IsString({ message: 'The venue must be named by its id' })
  venueId?: string;

  @ApiProperty({ required: false, enum: WAITLIST_POLICIES })
  @ValidateIf(isGiven)
  @IsIn(WAITLIST_POLICIES, { message: `The waiting list policy must be one of ${WAITLIST_POLICIES.join(', ')}` })
  waitlistPolicy?: WaitlistPolicy;

  @ApiProperty({ required: false, type: [SessionDto] })
  @ValidateIf(isGiven)
  @ValidateNested({ each: true, message: 'Each session needs a start and an end' })
  @Type(() => SessionDto)
  @ArrayMaxSize(MOST_SESSIONS, { message: `Add ${MOST_SESSIONS} sessions or fewer` })
  @ArrayMinSize(1, { message: 'Keep at least one session' })
  @IsArray({ message: 'The sessions must be a list' })
  sessions?: SessionDto[];

  @ApiProperty({ required: false, type: JoiningDto })
  @IsOptional()
  @IsObject({ message: 'The joining details must be an object' })
  @ValidateNested()
  @Type(() => JoiningDto)
  joining?: JoiningDto;
}

export class EventListQuery extends ListQuery {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'courseId must be one id' })
  courseId?: string;

  @ApiProperty({ required: false, format: 'date', description: 'First London date of the first session' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'from must be a day that exists, such as 2026-05-22' })
  @Matches(DAY, { message: 'from must be a day such as 2026-05-22' })
  from?: string;

  @ApiProperty({ required: false, format: 'date', description: 'Last London date of the first session' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'to must be a day that exists, such as 2026-05-22' })
  @Matches(DAY, { message: 'to must be a day such as 2026-05-22' })
  to?: string;

  @ApiProperty({ required: false, enum: EVENT_STATUSES })
  @IsOptional()
  @IsIn(EVENT_STATUSES, { message: `status must be one of ${EVENT_STATUSES.join(', ')}` })
  status?: EventStatus;

  @ApiProperty({ required: false, enum: DELIVERIES })
  @IsOptional()
  @IsIn(DELIVERIES, { message: `delivery must be one of ${DELIVERIES.join(', ')}` })
  delivery?: Delivery;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'topic must be text' })
  topic?: string;

  @ApiProperty({ required: false, description: 'Events that keep places for this sector' })
  @IsOptional()
  @IsString({ message: 'sector must be text' })
  sector?: string;
}
