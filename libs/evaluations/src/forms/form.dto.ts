import { ApiProperty } from '@nestjs/swagger';
import {
  FORM_STAGES,
  type FormStage,
  type NewStandingQuestion,
  QUESTION_KINDS,
  type QuestionWords,
  type StandingQuestionChange,
  type WantedForm,
  type WantedFormQuestion,
  type WrittenKind,
} from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MOST_QUESTIONS } from './form-building-rules';

const WRITTEN_KINDS = QUESTION_KINDS.filter((kind): kind is WrittenKind => kind !== 'rating');
const KIND = `The kind must be one of ${WRITTEN_KINDS.join(', ')}`;
const STAGE = `A stage must be one of ${FORM_STAGES.join(', ')}`;

export class QuestionWordsDto implements QuestionWords {
  @ApiProperty({ enum: WRITTEN_KINDS })
  @IsIn(WRITTEN_KINDS, { message: KIND })
  kind: WrittenKind;

  @ApiProperty()
  @MaxLength(500, { message: 'The question must be 500 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the question' })
  wording: string;

  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @MaxLength(200, { each: true, message: 'An answer to choose must be 200 characters or fewer' })
  @IsString({ each: true, message: 'Give the answers to choose from as text' })
  @ArrayMaxSize(20, { message: 'Give 20 answers or fewer' })
  @IsArray({ message: 'Give the answers to choose from as a list' })
  options?: string[];

  @ApiProperty({ required: false, type: 'integer' })
  @IsOptional()
  @Min(-1_000_000, { message: 'The smallest number is too small' })
  @Max(1_000_000, { message: 'The smallest number is too large' })
  @IsInt({ message: 'The smallest number must be a whole number' })
  minimum?: number;

  @ApiProperty({ required: false, type: 'integer' })
  @IsOptional()
  @Min(-1_000_000, { message: 'The largest number is too small' })
  @Max(1_000_000, { message: 'The largest number is too large' })
  @IsInt({ message: 'The largest number must be a whole number' })
  maximum?: number;

  @ApiProperty({ required: false })
  @IsOptional()
  @MaxLength(60, { message: 'The words at the low end must be 60 characters or fewer' })
  @IsString({ message: 'The words at the low end must be text' })
  lowLabel?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @MaxLength(60, { message: 'The words at the high end must be 60 characters or fewer' })
  @IsString({ message: 'The words at the high end must be text' })
  highLabel?: string;
}

export class WantedFormQuestionDto implements WantedFormQuestion {
  @ApiProperty({ required: false, description: 'An outcome statement of the course, to be rated' })
  @IsOptional()
  @MaxLength(36, { message: 'The statementId must be 36 characters or fewer' })
  @IsString({ message: 'The statementId must be text' })
  statementId?: string;

  @ApiProperty({ required: false, description: 'A standing question of the partnership' })
  @IsOptional()
  @MaxLength(36, { message: 'The standingId must be 36 characters or fewer' })
  @IsString({ message: 'The standingId must be text' })
  standingId?: string;

  @ApiProperty({ required: false, type: QuestionWordsDto, description: 'A question of this course alone' })
  @IsOptional()
  @ValidateNested({ message: 'Give the question as kind and wording' })
  @Type(() => QuestionWordsDto)
  own?: QuestionWordsDto;

  @ApiProperty({ enum: FORM_STAGES, isArray: true })
  @IsIn(FORM_STAGES, { each: true, message: STAGE })
  @ArrayMinSize(1, { message: 'Say when it is asked' })
  @IsArray({ message: 'Say when it is asked' })
  stages: FormStage[];

  @ApiProperty()
  @IsBoolean({ message: 'isRequired must be true or false' })
  isRequired: boolean;

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @MaxLength(300, { message: 'The help must be 300 characters or fewer' })
  @IsString({ message: 'The help must be text' })
  help?: string | null;
}

export class WantedFormDto implements WantedForm {
  @ApiProperty({ type: [WantedFormQuestionDto] })
  @ValidateNested({ each: true, message: 'Each question must say what it is and when it is asked' })
  @Type(() => WantedFormQuestionDto)
  @ArrayMaxSize(MOST_QUESTIONS, { message: `A form has ${MOST_QUESTIONS} questions or fewer` })
  @IsArray({ message: 'Give the questions as a list' })
  questions: WantedFormQuestionDto[];
}

const FOLLOWS = 'The yes-or-no standing question that this one follows; null for none';

export class NewStandingQuestionDto extends QuestionWordsDto implements NewStandingQuestion {
  @ApiProperty({ required: false, nullable: true, type: String, description: FOLLOWS })
  @IsOptional()
  @MaxLength(36, { message: 'The followsId must be 36 characters or fewer' })
  @IsString({ message: 'The followsId must be text' })
  followsId?: string | null;
}

export class StandingQuestionChangeDto implements StandingQuestionChange {
  @ApiProperty({ required: false, description: 'Whether it is no longer offered to forms' })
  @ValidateIf((change: StandingQuestionChange) => change.isRetired !== undefined)
  @IsBoolean({ message: 'isRetired must be true or false' })
  isRetired?: boolean;

  @ApiProperty({ required: false, nullable: true, type: String, description: FOLLOWS })
  @IsOptional()
  @MaxLength(36, { message: 'The followsId must be 36 characters or fewer' })
  @IsString({ message: 'The followsId must be text' })
  followsId?: string | null;
}

export class StandingQuestionListQuery extends ListQuery {
  @ApiProperty({ required: false, description: 'Only those that are offered, or only those that are not' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'isRetired must be true or false' })
  isRetired?: boolean;
}
