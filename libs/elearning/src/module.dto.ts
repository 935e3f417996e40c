import { ApiProperty } from '@nestjs/swagger';
import type { NewAttempt } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { IsObject } from 'class-validator';

export class ModuleListQuery extends ListQuery {}

export class NewAttemptDto implements NewAttempt {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'For each question of the module, by its id, the id of the option that was chosen',
  })
  @IsObject({ message: 'Answer the questions' })
  answers: Record<string, string>;
}
