import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  MAILING_STATES,
  type MailingState,
  type NewProgrammeMailing,
  type ProgrammeAudience,
  type ProgrammeMailingChange,
  type ProgrammeMailingDraft,
} from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { MailingWordsChangeDto, MailingWordsDto } from '../mailings/mailing.dto';

const AREAS = ['city', 'county'] as const;
const toList = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);

export class ProgrammeAudienceDto implements Partial<ProgrammeAudience> {
  @ApiProperty({ required: false, type: [String], description: 'Everybody who asked where none is named' })
  @IsOptional()
  @MaxLength(100, { each: true, message: 'A topic must be 100 characters or fewer' })
  @IsString({ each: true, message: 'Choose topics by their names' })
  @ArrayMaxSize(50, { message: 'Choose 50 topics or fewer' })
  @IsArray({ message: 'topics must be a list' })
  topics?: string[];

  @ApiProperty({ required: false, enum: AREAS, isArray: true })
  @IsOptional()
  @IsIn(AREAS, { each: true, message: `Choose from ${AREAS.join(', ')}` })
  @IsArray({ message: 'areas must be a list' })
  areas?: ProgrammeAudience['areas'];
}

const AUDIENCE: ApiPropertyOptions = {
  required: false,
  type: ProgrammeAudienceDto,
  description: 'Of those who asked; all of them else',
};
const EVENTS: ApiPropertyOptions = {
  required: false,
  type: [String],
  description: 'Events to come that the mail tells of',
};

export class ProgrammeMailingChangeDto extends MailingWordsChangeDto implements ProgrammeMailingChange {
  @ApiProperty(AUDIENCE)
  @IsOptional()
  @ValidateNested()
  @Type(() => ProgrammeAudienceDto)
  audience?: ProgrammeAudienceDto;

  @ApiProperty(EVENTS)
  @IsOptional()
  @MaxLength(36, { each: true, message: 'Choose events by their ids' })
  @IsString({ each: true, message: 'Choose events by their ids' })
  @ArrayMaxSize(40, { message: 'Choose 40 events or fewer' })
  @IsArray({ message: 'Choose events by their ids' })
  eventIds?: string[];
}

export class NewProgrammeMailingDto extends MailingWordsDto implements NewProgrammeMailing {
  @ApiProperty({ description: 'Made where the mail is written; the same key again is the same mail' })
  @IsString({ message: 'key must be text' })
  @Length(8, 64, { message: 'key must be 8 to 64 characters' })
  key: string;

  @ApiProperty(AUDIENCE)
  @IsOptional()
  @ValidateNested()
  @Type(() => ProgrammeAudienceDto)
  audience?: ProgrammeAudienceDto;

  @ApiProperty(EVENTS)
  @IsOptional()
  @MaxLength(36, { each: true, message: 'Choose events by their ids' })
  @IsString({ each: true, message: 'Choose events by their ids' })
  @ArrayMaxSize(40, { message: 'Choose 40 events or fewer' })
  @IsArray({ message: 'Choose events by their ids' })
  eventIds?: string[];
}

export class ProgrammeMailingDraftDto implements ProgrammeMailingDraft {
  @ApiProperty()
  @IsString({ message: 'Enter a subject' })
  @MaxLength(200, { message: 'The subject must be 200 characters or fewer' })
  subject: string;

  @ApiProperty()
  @IsString({ message: 'Enter the text of the mail' })
  @MaxLength(10_000, { message: 'The text must be 10,000 characters or fewer' })
  words: string;

  @ApiProperty(EVENTS)
  @IsOptional()
  @MaxLength(36, { each: true, message: 'Choose events by their ids' })
  @IsString({ each: true, message: 'Choose events by their ids' })
  @ArrayMaxSize(40, { message: 'Choose 40 events or fewer' })
  @IsArray({ message: 'Choose events by their ids' })
  eventIds?: string[];
}

export class ProgrammeMailingListQuery extends ListQuery {
  @ApiProperty({ required: false, enum: MAILING_STATES })
  @IsOptional()
  @IsIn(MAILING_STATES, { message: `state must be one of ${MAILING_STATES.join(', ')}` })
  state?: MailingState;
}

export class ProgrammeRecipientQuery extends ListQuery {
  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @Transform(toList)
  @IsString({ each: true, message: 'topics must be text' })
  topics?: string[];

  @ApiProperty({ required: false, enum: AREAS, isArray: true })
  @IsOptional()
  @Transform(toList)
  @IsIn(AREAS, { each: true, message: `areas must be one of ${AREAS.join(', ')}` })
  areas?: ProgrammeAudience['areas'];
}
