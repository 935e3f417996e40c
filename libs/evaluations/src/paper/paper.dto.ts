import { ApiProperty } from '@nestjs/swagger';
import type { PaperAnswers } from '@roundtable/contracts';
import { IsIn } from 'class-validator';
import { EvaluationAnswersDto } from '../evaluation.dto';

export const PAPER_STAGES = ['before', 'after'] as const;
const STAGE = `The stage must be one of ${PAPER_STAGES.join(', ')}`;

export class PaperQuery {
  @ApiProperty({ enum: PAPER_STAGES })
  @IsIn(PAPER_STAGES, { message: STAGE })
  stage: (typeof PAPER_STAGES)[number];
}

export class PaperAnswersDto extends EvaluationAnswersDto implements PaperAnswers {
  @ApiProperty({ enum: PAPER_STAGES })
  @IsIn(PAPER_STAGES, { message: STAGE })
  stage: (typeof PAPER_STAGES)[number];
}
