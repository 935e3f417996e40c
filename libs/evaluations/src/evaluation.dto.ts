import { ApiProperty } from '@nestjs/swagger';
import type { AnswerValue, EvaluationAnswers } from '@roundtable/contracts';
import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';

export class AnswerDto {
  @ApiProperty()
  @MaxLength(60, { message: 'The questionId must be 60 characters or fewer' })
  @IsString({ message: 'Say which question this answers, in questionId' })
  questionId: string;

  /** Its type is checked against its question, so that the refusal can name the question. */
  @ApiProperty({
    oneOf: [{ type: 'integer' }, { type: 'string' }, { type: 'array', items: { type: 'string' } }],
    description: 'A rating from 1 to 5, a number, yes or no, words, an option, or a list of options',
  })
  @Allow()
  value: AnswerValue;
}

export class EvaluationAnswersDto implements EvaluationAnswers {
  @ApiProperty({ type: [AnswerDto] })
  @ValidateNested({ each: true, message: 'Each answer must have a questionId and a value' })
  @Type(() => AnswerDto)
  @ArrayMaxSize(100, { message: 'Send 100 answers or fewer' })
  @IsArray({ message: 'Send the answers as a list' })
  answers: AnswerDto[];

  @ApiProperty({ required: false })
  @IsOptional()
  @IsBoolean({ message: 'quoteConsent must be true or false' })
  quoteConsent?: boolean;

  @ApiProperty({
    required: false,
    description: 'At follow-up, where no line manager is known: who may be asked one question',
  })
  @IsOptional()
  @MaxLength(254, { message: 'The managerEmail must be 254 characters or fewer' })
  @IsString({ message: 'The managerEmail must be text' })
  managerEmail?: string;

  @ApiProperty({
    required: false,
    nullable: true,
    description: 'The formId that was read; without it the version that is asked now',
  })
  @IsOptional()
  @MaxLength(36, { message: 'The formId must be 36 characters or fewer' })
  @IsString({ message: 'The formId must be text' })
  formId?: string | null;
}
