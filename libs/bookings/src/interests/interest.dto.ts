import { ApiProperty } from '@nestjs/swagger';
import { AREAS, type Area, DELIVERIES, type Delivery, type NewInterest } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { IsIn, IsOptional, IsString } from 'class-validator';

export class NewInterestDto implements NewInterest {
  @ApiProperty({ required: false, enum: AREAS, description: 'Where it would suit; anywhere where it is left out' })
  @IsOptional()
  @IsIn(AREAS, { message: `The area must be one of ${AREAS.join(', ')}` })
  area?: Area;

  @ApiProperty({ required: false, enum: DELIVERIES })
  @IsOptional()
  @IsIn(DELIVERIES, { message: `The delivery must be one of ${DELIVERIES.join(', ')}` })
  delivery?: Delivery;
}

export class InterestListQuery extends ListQuery {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'courseId must be text' })
  courseId?: string;
}

export class InterestCountListQuery extends ListQuery {}
