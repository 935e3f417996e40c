import { ApiProperty } from '@nestjs/swagger';
import { KEEP_NEEDS, type KeepNeeds, type NeedsChange } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class SavedNeedsDto implements NeedsChange {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Access needs must be text' })
  @MaxLength(1000, { message: 'Access needs must be 1,000 characters or fewer' })
  accessNeeds?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Dietary needs must be text' })
  @MaxLength(1000, { message: 'Dietary needs must be 1,000 characters or fewer' })
  dietaryNeeds?: string;
}

export class BookingNeedsDto extends SavedNeedsDto {
  @ApiProperty({ required: false, enum: KEEP_NEEDS })
  @IsOptional()
  @IsIn(KEEP_NEEDS, { message: `keepNeeds must be one of ${KEEP_NEEDS.join(', ')}` })
  keepNeeds?: KeepNeeds;
}

export class NeedTaskListQuery extends ListQuery {
  @IsOptional()
  @IsIn(['open', 'done'], { message: 'state must be open or done' })
  state?: 'open' | 'done';

  @IsOptional()
  @IsString({ message: 'eventId must be text' })
  eventId?: string;
}
