import { ApiProperty } from '@nestjs/swagger';
import type { GuidanceChange, NewGuidance, NewGuidanceEdition } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class GuidanceListQuery extends ListQuery {}

export class GuidanceChangeDto implements GuidanceChange {
  @ApiProperty({ description: "Without the edition: 'Working Together'" })
  @MaxLength(190, { message: 'The title must be 190 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the title' })
  title: string;
}

export class NewGuidanceDto extends GuidanceChangeDto implements NewGuidance {
  @ApiProperty({ description: "The edition that is in force: '2023'" })
  @MaxLength(60, { message: 'The edition must be 60 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the edition' })
  edition: string;
}

export class NewGuidanceEditionDto implements NewGuidanceEdition {
  @ApiProperty()
  @MaxLength(60, { message: 'The edition must be 60 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the edition' })
  name: string;
}

export class TaughtEditionsDto {
  @ApiProperty({ type: [String] })
  @ArrayMaxSize(20, { message: 'Name 20 editions or fewer' })
  @ArrayUnique({ message: 'Name each edition once' })
  @IsString({ each: true, message: 'Each edition must be named by its id' })
  @IsArray({ message: 'The editions must be a list' })
  guidanceEditionIds: string[];
}

export class LastTrainedQuery extends ListQuery {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'editionId must be one id' })
  editionId?: string;
}
