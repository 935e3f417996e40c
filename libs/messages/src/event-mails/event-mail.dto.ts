import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  ATTENDANCES,
  type Attendance,
  type EventMailAudience,
  type EventMailChange,
  type EventMailDraft,
  MAILED_STATUSES,
  MAILING_STATES,
  type MailedStatus,
  type MailingState,
  type NewEventMail,
} from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { MailingWordsChangeDto, MailingWordsDto } from '../mailings/mailing.dto';

const toList = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);

export class EventMailAudienceDto implements Partial<EventMailAudience> {
  @ApiProperty({ required: false, enum: MAILED_STATUSES, isArray: true, description: 'Confirmed where none is chosen' })
  @IsOptional()
  @Transform(toList)
  @IsIn(MAILED_STATUSES, { each: true, message: `Choose from ${MAILED_STATUSES.join(', ')}` })
  @IsArray({ message: 'status must be a list' })
  status?: MailedStatus[];

  @ApiProperty({ required: false, enum: ATTENDANCES, isArray: true })
  @IsOptional()
  @Transform(toList)
  @IsIn(ATTENDANCES, { each: true, message: `Choose from ${ATTENDANCES.join(', ')}` })
  @IsArray({ message: 'attendance must be a list' })
  attendance?: Attendance[];

  @ApiProperty({ required: false, type: [String], description: 'Names of sectors; those below one count with it' })
  @IsOptional()
  @Transform(toList)
  @MaxLength(100, { each: true, message: 'A sector must be 100 characters or fewer' })
  @IsString({ each: true, message: 'Choose a sector by its name' })
  @ArrayMaxSize(50, { message: 'Choose 50 sectors or fewer' })
  @IsArray({ message: 'sector must be a list' })
  sector?: string[];

  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @Transform(toList)
  @MaxLength(36, { each: true, message: 'agencyId must be the id of an agency' })
  @IsString({ each: true, message: 'agencyId must be the id of an agency' })
  @ArrayMaxSize(50, { message: 'Choose 50 agencies or fewer' })
  @IsArray({ message: 'agencyId must be a list' })
  agencyId?: string[];
}

const AUDIENCE: ApiPropertyOptions = {
  required: false,
  type: EventMailAudienceDto,
  description: 'Who gets it; confirmed people else',
};
const RESOURCES: ApiPropertyOptions = {
  required: false,
  type: [String],
  description: 'Resources of the event or its course, as links',
};

export class EventMailChangeDto extends MailingWordsChangeDto implements EventMailChange {
  @ApiProperty(AUDIENCE)
  @IsOptional()
  @ValidateNested()
  @Type(() => EventMailAudienceDto)
  audience?: EventMailAudienceDto;

  @ApiProperty(RESOURCES)
  @IsOptional()
  @MaxLength(36, { each: true, message: 'Choose resources by their ids' })
  @IsString({ each: true, message: 'Choose resources by their ids' })
  @ArrayMaxSize(20, { message: 'Choose 20 resources or fewer' })
  @IsArray({ message: 'Choose resources by their ids' })
  resourceIds?: string[];
}

export class NewEventMailDto extends MailingWordsDto implements NewEventMail {
  @ApiProperty()
  @IsString({ message: 'Choose an event' })
  @Length(1, 36, { message: 'Choose an event' })
  eventId: string;

  @ApiProperty({ description: 'Made where the mail is written; the same key again is the same mail' })
  @IsString({ message: 'key must be text' })
  @Length(8, 64, { message: 'key must be 8 to 64 characters' })
  key: string;

  @ApiProperty(AUDIENCE)
  @IsOptional()
  @ValidateNested()
  @Type(() => EventMailAudienceDto)
  audience?: EventMailAudienceDto;

  @ApiProperty(RESOURCES)
  @IsOptional()
  @MaxLength(36, { each: true, message: 'Choose resources by their ids' })
  @IsString({ each: true, message: 'Choose resources by their ids' })
  @ArrayMaxSize(20, { message: 'Choose 20 resources or fewer' })
  @IsArray({ message: 'Choose resources by their ids' })
  resourceIds?: string[];
}

export class EventMailDraftDto implements EventMailDraft {
  @ApiProperty()
  @IsString({ message: 'Choose an event' })
  @MaxLength(36, { message: 'Choose an event' })
  eventId: string;

  @ApiProperty()
  @IsString({ message: 'Enter a subject' })
  @MaxLength(200, { message: 'The subject must be 200 characters or fewer' })
  subject: string;

  @ApiProperty()
  @IsString({ message: 'Enter the text of the mail' })
  @MaxLength(10_000, { message: 'The text must be 10,000 characters or fewer' })
  words: string;

  @ApiProperty({ description: 'As the delegate of this booking would get it' })
  @IsString({ message: 'Choose a delegate' })
  @MaxLength(36, { message: 'Choose a delegate' })
  bookingId: string;

  @ApiProperty(RESOURCES)
  @IsOptional()
  @MaxLength(36, { each: true, message: 'Choose resources by their ids' })
  @IsString({ each: true, message: 'Choose resources by their ids' })
  @ArrayMaxSize(20, { message: 'Choose 20 resources or fewer' })
  @IsArray({ message: 'Choose resources by their ids' })
  resourceIds?: string[];
}

export class EventMailListQuery extends ListQuery {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'eventId must be text' })
  eventId?: string;

  @ApiProperty({ required: false, enum: MAILING_STATES })
  @IsOptional()
  @IsIn(MAILING_STATES, { message: `state must be one of ${MAILING_STATES.join(', ')}` })
  state?: MailingState;
}

export class EventMailRecipientQuery extends ListQuery implements Partial<EventMailAudience> {
  @ApiProperty({ required: false, enum: MAILED_STATUSES, isArray: true })
  @IsOptional()
  @Transform(toList)
  @IsIn(MAILED_STATUSES, { each: true, message: `status must be one of ${MAILED_STATUSES.join(', ')}` })
  status?: MailedStatus[];

  @ApiProperty({ required: false, enum: ATTENDANCES, isArray: true })
  @IsOptional()
  @Transform(toList)
  @IsIn(ATTENDANCES, { each: true, message: `attendance must be one of ${ATTENDANCES.join(', ')}` })
  attendance?: Attendance[];

  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @Transform(toList)
  @IsString({ each: true, message: 'sector must be text' })
  sector?: string[];

  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @Transform(toList)
  @IsString({ each: true, message: 'agencyId must be text' })
  agencyId?: string[];

  @ApiProperty({ required: false, enum: ['yes', 'no'], description: 'Only those with an email address, or without' })
  @IsOptional()
  @IsIn(['yes', 'no'], { message: 'withAddress must be yes or no' })
  withAddress?: 'yes' | 'no';
}
