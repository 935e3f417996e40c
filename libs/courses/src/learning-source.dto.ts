import { ApiProperty } from '@nestjs/swagger';
import {
  LEARNING_SOURCE_KINDS,
  type LearningSourceChange,
  type LearningSourceKind,
  type NewLearningSource,
} from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { IsIn, IsOptional, IsString, IsUrl, Matches, MaxLength, ValidateIf } from 'class-validator';

const KIND = `The kind must be one of ${LEARNING_SOURCE_KINDS.join(', ')}`;
const WEB = { protocols: ['http', 'https'], require_protocol: true };

class PublicWordingDto {
  @ApiProperty({ required: false, nullable: true, description: 'Without one the source is internal' })
  @IsOptional()
  @MaxLength(300, { message: 'The public wording must be 300 characters or fewer' })
  @IsString({ message: 'The public wording must be text' })
  publicWording?: string;

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @MaxLength(500, { message: 'The link must be 500 characters or fewer' })
  @IsUrl(WEB, { message: 'Enter the link with https:// at its start' })
  publicUrl?: string;
}

export class NewLearningSourceDto extends PublicWordingDto implements NewLearningSource {
  @ApiProperty({ enum: LEARNING_SOURCE_KINDS })
  @IsIn(LEARNING_SOURCE_KINDS, { message: KIND })
  kind: LearningSourceKind;

  @ApiProperty()
  @MaxLength(300, { message: 'The description must be 300 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the description' })
  description: string;
}

const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;

export class LearningSourceChangeDto extends PublicWordingDto implements LearningSourceChange {
  @ApiProperty({ required: false, enum: LEARNING_SOURCE_KINDS })
  @ValidateIf(isGiven)
  @IsIn(LEARNING_SOURCE_KINDS, { message: KIND })
  kind?: LearningSourceKind;

  @ApiProperty({ required: false })
  @ValidateIf(isGiven)
  @MaxLength(300, { message: 'The description must be 300 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the description' })
  description?: string;
}

export class LearningSourceListQuery extends ListQuery {
  @ApiProperty({ required: false, enum: LEARNING_SOURCE_KINDS })
  @IsOptional()
  @IsIn(LEARNING_SOURCE_KINDS, { message: KIND })
  kind?: LearningSourceKind;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'courseId must be one id' })
  courseId?: string;
}
