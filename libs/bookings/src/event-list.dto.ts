import { AREAS, type Area, DELIVERIES, EVENT_STATUSES } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { IsIn, IsISO8601, IsOptional, IsString, Matches } from 'class-validator';

const LONDON_DATE = /^\d{4}-\d{2}-\d{2}$/;

export class EventListQuery extends ListQuery {
  @IsOptional()
  @IsString({ message: 'courseId must be text' })
  courseId?: string;

  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'from must be a date like 2026-03-27' })
  @Matches(LONDON_DATE, { message: 'from must be a date like 2026-03-27' })
  from?: string;

  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'to must be a date like 2026-03-27' })
  @Matches(LONDON_DATE, { message: 'to must be a date like 2026-03-27' })
  to?: string;

  @IsOptional()
  @IsIn(EVENT_STATUSES, { message: `status must be one of ${EVENT_STATUSES.join(', ')}` })
  status?: (typeof EVENT_STATUSES)[number];

  @IsOptional()
  @IsIn(DELIVERIES, { message: `delivery must be one of ${DELIVERIES.join(', ')}` })
  delivery?: (typeof DELIVERIES)[number];

  @IsOptional()
  @IsString({ message: 'topic must be text' })
  topic?: string;

  @IsOptional()
  @IsString({ message: 'venueId must be text' })
  venueId?: string;

  @IsOptional()
  @IsString({ message: 'sector must be text' })
  sector?: string;

  @IsOptional()
  @IsIn(AREAS, { message: `area must be one of ${AREAS.join(', ')}` })
  area?: Area;

  @IsOptional()
  @IsString({ message: 'level must be text' })
  level?: string;

  /** The name of a sector whose people the course is for. */
  @IsOptional()
  @IsString({ message: 'audienceSector must be text' })
  audienceSector?: string;

  /** Only events with a place that is open to whoever asks. */
  @IsOptional()
  @IsIn(['true'], { message: 'hasPlaces must be true, or left out' })
  hasPlaces?: 'true';
}
