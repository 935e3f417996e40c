import { ApiProperty } from '@nestjs/swagger';
import {
  AREAS,
  type Area,
  type NewOtherProviderEvent,
  type NewOutsideAttendance,
  OUTSIDE_ATTENDANCE_STATES,
  type OtherProviderEventChange,
  type OutsideAttendanceState,
} from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import {
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';

const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HTTPS = { protocols: ['https'], require_protocol: true };

class ListingFacts {
  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @MaxLength(300, { message: 'The audience must be 300 characters or fewer' })
  @IsString({ message: 'The audience must be text' })
  audience?: string | null;

  @ApiProperty({ required: false, nullable: true, enum: AREAS })
  @IsOptional()
  @IsIn(AREAS, { message: `The area must be one of ${AREAS.join(', ')}` })
  area?: Area | null;

  @ApiProperty({ required: false, description: 'Free for practitioners in the county' })
  @ValidateIf(isGiven)
  @IsBoolean({ message: 'freeInCounty must be true or false' })
  freeInCounty?: boolean;

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @MaxLength(100, { message: 'The topic must be 100 characters or fewer' })
  @IsString({ message: 'The topic must be text' })
  topic?: string | null;

  @ApiProperty({ required: false, nullable: true, description: 'In words' })
  @IsOptional()
  @MaxLength(190, { message: 'The cost must be 190 characters or fewer' })
  @IsString({ message: 'The cost must be text' })
  cost?: string | null;

  @ApiProperty({ required: false, nullable: true, format: 'date' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'Enter the first day, such as 2026-05-22' })
  @Matches(DAY, { message: 'Enter the first day, such as 2026-05-22' })
  from?: string | null;

  @ApiProperty({ required: false, nullable: true, format: 'date' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'Enter the last day, such as 2026-05-22' })
  @Matches(DAY, { message: 'Enter the last day, such as 2026-05-22' })
  to?: string | null;

  @ApiProperty({ required: false, nullable: true, description: 'Dates in words, such as several through the year' })
  @IsOptional()
  @MaxLength(190, { message: 'The dates must be 190 characters or fewer' })
  @IsString({ message: 'The dates must be text' })
  dates?: string | null;

  @ApiProperty({ required: false })
  @ValidateIf(isGiven)
  @IsBoolean({ message: 'published must be true or false' })
  published?: boolean;
}

export class NewOtherProviderEventDto extends ListingFacts implements NewOtherProviderEvent {
  @ApiProperty()
  @MaxLength(190, { message: 'The title must be 190 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the title' })
  title: string;

  @ApiProperty()
  @MaxLength(190, { message: 'The provider must be 190 characters or fewer' })
  @Matches(/\S/, { message: 'Enter who provides it' })
  provider: string;

  @ApiProperty({ description: 'Where it is booked; https alone' })
  @MaxLength(500, { message: 'The link must be 500 characters or fewer' })
  @IsUrl(HTTPS, { message: 'The link must start with https://' })
  url: string;
}

export class OtherProviderEventChangeDto extends ListingFacts implements OtherProviderEventChange {
  @ApiProperty({ required: false })
  @ValidateIf(isGiven)
  @MaxLength(190, { message: 'The title must be 190 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the title' })
  title?: string;

  @ApiProperty({ required: false })
  @ValidateIf(isGiven)
  @MaxLength(190, { message: 'The provider must be 190 characters or fewer' })
  @Matches(/\S/, { message: 'Enter who provides it' })
  provider?: string;

  @ApiProperty({ required: false })
  @ValidateIf(isGiven)
  @MaxLength(500, { message: 'The link must be 500 characters or fewer' })
  @IsUrl(HTTPS, { message: 'The link must start with https://' })
  url?: string;
}

export class OtherProviderEventListQuery extends ListQuery {
  @ApiProperty({ required: false, enum: AREAS })
  @IsOptional()
  @IsIn(AREAS, { message: `area must be one of ${AREAS.join(', ')}` })
  area?: Area;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'topic must be text' })
  topic?: string;

  @ApiProperty({ required: false, enum: ['true', 'false'] })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'freeInCounty must be true or false' })
  freeInCounty?: 'true' | 'false';

  @ApiProperty({ required: false, enum: ['true', 'false'], description: 'Only the office sees what is not published' })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'published must be true or false' })
  published?: 'true' | 'false';
}

export class NewOutsideAttendanceDto implements NewOutsideAttendance {
  @ApiProperty({ format: 'date' })
  @IsISO8601({ strict: true }, { message: 'Enter the day you attended, such as 2026-05-22' })
  @Matches(DAY, { message: 'Enter the day you attended, such as 2026-05-22' })
  attendedOn: string;

  @ApiProperty({ description: 'What shows that you attended' })
  @MaxLength(2000, { message: 'The evidence must be 2000 characters or fewer' })
  @Matches(/\S/, { message: 'Say what shows that you attended' })
  evidence: string;

  @ApiProperty({ required: false, nullable: true, description: 'A certificate that can be looked at; https alone' })
  @IsOptional()
  @MaxLength(500, { message: 'The link must be 500 characters or fewer' })
  @IsUrl(HTTPS, { message: 'The link must start with https://' })
  evidenceUrl?: string | null;
}

export class OutsideAttendanceListQuery extends ListQuery {
  @ApiProperty({ required: false, enum: OUTSIDE_ATTENDANCE_STATES })
  @IsOptional()
  @IsIn(OUTSIDE_ATTENDANCE_STATES, { message: `state must be one of ${OUTSIDE_ATTENDANCE_STATES.join(', ')}` })
  state?: OutsideAttendanceState;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'practitionerId must be one id' })
  practitionerId?: string;
}

export class DeclineDto {
  @ApiProperty()
  @MaxLength(300, { message: 'The reason must be 300 characters or fewer' })
  @Matches(/\S/, { message: 'Say why' })
  reason: string;
}
