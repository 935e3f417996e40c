import { ApiProperty } from '@nestjs/swagger';
import {
  QUOTE_STATES,
  type QuoteState,
  TEXT_DECISIONS,
  TEXT_STATES,
  type TextDecision,
  type TextDecisionGiven,
  type TextState,
} from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';
import { LONGEST_TEXT } from '../answering/answer-rules';

const yesOrNo = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;
const STATE = `The state must be one of ${TEXT_STATES.join(', ')}`;

export class EvaluationTextListQuery extends ListQuery {
  @ApiProperty({ required: false, enum: TEXT_STATES })
  @IsOptional()
  @IsIn(TEXT_STATES, { message: STATE })
  state?: TextState;

  @ApiProperty({ required: false, description: 'Only texts that look like a name, a birth date or an allegation' })
  @IsOptional()
  @Transform(yesOrNo)
  @IsBoolean({ message: 'isFlagged must be true or false' })
  isFlagged?: boolean;

  @ApiProperty({ required: false, description: 'Only texts that nobody decided on in time' })
  @IsOptional()
  @Transform(yesOrNo)
  @IsBoolean({ message: 'isOverdue must be true or false' })
  isOverdue?: boolean;
}

export class TextDecisionDto implements TextDecisionGiven {
  @ApiProperty({ enum: TEXT_DECISIONS })
  @IsIn(TEXT_DECISIONS, { message: 'Choose what you decide' })
  decision: TextDecision;

  @ApiProperty({ enum: TEXT_STATES, description: 'The state that the reader saw' })
  @IsIn(TEXT_STATES, { message: STATE })
  seenState: TextState;

  @ApiProperty({ required: false, description: 'With detail-removed: what others may read' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT, { message: `Use ${LONGEST_TEXT} characters or fewer` })
  @IsString({ message: 'Give what others may read as text' })
  releasedText?: string;

  @ApiProperty({ required: false, description: 'With passed-on: to whom' })
  @IsOptional()
  @MaxLength(200, { message: 'Use 200 characters or fewer' })
  @IsString({ message: 'Say to whom as text' })
  passedOnTo?: string;

  @ApiProperty({ required: false, description: 'With passed-on: when' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'Enter when as a date and time such as 2026-05-22T09:30:00Z' })
  passedOnAt?: string;
}

export class TextDecisionListQuery extends ListQuery {
  @ApiProperty({ required: false, enum: TEXT_DECISIONS })
  @IsOptional()
  @IsIn(TEXT_DECISIONS, { message: `The decision must be one of ${TEXT_DECISIONS.join(', ')}` })
  decision?: TextDecision;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'textId must be text' })
  textId?: string;
}

export class ReleasedTextListQuery extends ListQuery {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'courseId must be text' })
  courseId?: string;

  @ApiProperty({ required: false, description: 'An event that five or more answered' })
  @IsOptional()
  @IsString({ message: 'eventId must be text' })
  eventId?: string;
}

export class QuoteListQuery extends ListQuery {
  @ApiProperty({ required: false, enum: QUOTE_STATES })
  @IsOptional()
  @IsIn(QUOTE_STATES, { message: `The state must be one of ${QUOTE_STATES.join(', ')}` })
  state?: QuoteState;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'courseId must be text' })
  courseId?: string;
}

export class QuoteDecisionDto {
  @ApiProperty({ description: 'Whether it may be quoted' })
  @IsBoolean({ message: 'isApproved must be true or false' })
  isApproved: boolean;
}
