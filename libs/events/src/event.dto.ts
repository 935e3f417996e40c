import { ApiProperty } from '@nestjs/swagger';
import {
  DELIVERIES,
  type Delivery,
  EVENT_STATUSES,
  type EventChange,
  type EventStatus,
  FEE_TYPES,
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
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { JoiningDto } from './joining/joining.dto';
import { EVERY_FEE_TYPE } from './event-fee.entity';
import { MOST_PLACES } from './event-rules';

const MOST_SESSIONS = 60;
const KNOWN_FEE_TYPES = [...FEE_TYPES, EVERY_FEE_TYPE];
const INSTANT = /^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
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

export class FeeDto {
  @ApiProperty({ enum: KNOWN_FEE_TYPES, description: '* is for every fee type without a fee of its own' })
  @IsIn(KNOWN_FEE_TYPES, { message: `The fee type must be one of ${KNOWN_FEE_TYPES.join(', ')}` })
  feeType: string;

  @ApiProperty({ description: 'In pence' })
  @Max(10_000_000, { message: 'The fee must be 10000000 pence or fewer' })
  @Min(0, { message: 'The fee must be 0 pence or more' })
  @IsInt({ message: 'The fee must be a whole number of pence' })
  pence: number;
}

export class KeptPlacesDto {
  @ApiProperty()
  @MaxLength(100, { message: 'The sector must be 100 characters or fewer' })
  @Matches(/\S/, { message: 'Choose a sector' })
  sector: string;

  @ApiProperty()
  @Max(MOST_PLACES, { message: `The places kept must be ${MOST_PLACES} or fewer` })
  @Min(1, { message: 'The places kept must be 1 or more' })
  @IsInt({ message: 'The places kept must be a whole number' })
  places: number;

  @ApiProperty({ description: 'Days before the first session, from which on the places are open to everybody' })
  @Max(365, { message: 'Release the places 365 days before or later' })
  @Min(0, { message: 'Release the places 0 days before or earlier' })
  @IsInt({ message: 'Give the days before release as a whole number' })
  releaseDays: number;
}

export class NewEventDto implements NewEvent {
  @ApiProperty()
  @IsString({ message: 'Choose a course' })
  courseId: string;

  @ApiProperty({ minimum: 1, maximum: MOST_PLACES })
  @Max(MOST_PLACES, { message: `The capacity must be ${MOST_PLACES} or fewer` })
  @Min(1, { message: 'The capacity must be 1 or more' })
  @IsInt({ message: 'Enter the capacity as a whole number' })
  capacity: number;

  @ApiProperty({ type: [SessionDto] })
  @ValidateNested({ each: true, message: 'Each session needs a start and an end' })
  @Type(() => SessionDto)
  @ArrayMaxSize(MOST_SESSIONS, { message: `Add ${MOST_SESSIONS} sessions or fewer` })
  @ArrayMinSize(1, { message: 'Add at least one session' })
  @IsArray({ message: 'Add at least one session' })
  sessions: SessionDto[];

  @ApiProperty({ enum: DELIVERIES })
  @IsIn(DELIVERIES, { message: `The delivery must be one of ${DELIVERIES.join(', ')}` })
  delivery: Delivery;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'The venue must be named by its id' })
  venueId?: string;

  @ApiProperty({ required: false, type: [FeeDto] })
  @IsOptional()
  @ValidateNested({ each: true, message: 'Each fee needs a fee type and pence' })
  @Type(() => FeeDto)
  @ArrayMaxSize(KNOWN_FEE_TYPES.length, { message: 'Give one fee for each fee type' })
  @IsArray({ message: 'The fees must be a list' })
  fees?: FeeDto[];

  @ApiProperty({ required: false, enum: WAITLIST_POLICIES })
  @IsOptional()
  @IsIn(WAITLIST_POLICIES, { message: `The waiting list policy must be one of ${WAITLIST_POLICIES.join(', ')}` })
  waitlistPolicy?: WaitlistPolicy;

  @ApiProperty({ required: false, type: [KeptPlacesDto] })
  @IsOptional()
  @ValidateNested({ each: true, message: 'Places are kept for a sector, in number, until some days before' })
  @Type(() => KeptPlacesDto)
  @ArrayMaxSize(50, { message: 'Keep places for 50 sectors or fewer' })
  @IsArray({ message: 'The places kept must be a list' })
  keptPlaces?: KeptPlacesDto[];

  @ApiProperty({ required: false })
  @IsOptional()
  @Max(MOST_PLACES, { message: `The most places for one agency must be ${MOST_PLACES} or fewer` })
  @Min(1, { message: 'The most places for one agency must be 1 or more' })
  @IsInt({ message: 'The most places for one agency must be a whole number' })
  agencyCap?: number;
}

const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;

export class EventChangeDto implements EventChange {
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
