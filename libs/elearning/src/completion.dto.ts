import { ApiProperty } from '@nestjs/swagger';
import { ListQuery } from '@roundtable/platform';
import { IsOptional, IsString } from 'class-validator';

export class CompletionListQuery extends ListQuery {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'practitionerId must be one id' })
  practitionerId?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'moduleId must be one id' })
  moduleId?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'courseId must be one id' })
  courseId?: string;
}
