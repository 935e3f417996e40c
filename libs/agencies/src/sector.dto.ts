import { ApiProperty } from '@nestjs/swagger';
import type { NewSector, SectorChange, SectorOrder } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';

export class NewSectorDto implements NewSector {
  @ApiProperty()
  @IsString({ message: 'Enter the name of the sector' })
  @Matches(/\S/, { message: 'Enter the name of the sector' })
  @MaxLength(100, { message: 'The name must be 100 characters or fewer' })
  name: string;

  @ApiProperty({ required: false, description: 'The sector above it; left out for a sector of the first level' })
  @IsOptional()
  @IsString({ message: 'Choose the sector above' })
  @MaxLength(36, { message: 'Choose the sector above' })
  parentId?: string;

  @ApiProperty({ required: false, description: 'Its turn in the list; last where it is left out' })
  @IsOptional()
  @IsInt({ message: 'The position must be a whole number' })
  @Min(0, { message: 'The position must be 0 or more' })
  @Max(10_000, { message: 'The position must be 10,000 or less' })
  position?: number;
}

export class SectorChangeDto implements SectorChange {
  @ApiProperty({ required: false })
  @ValidateIf((change: SectorChangeDto) => change.name !== undefined)
  @IsString({ message: 'Enter the name of the sector' })
  @Matches(/\S/, { message: 'Enter the name of the sector' })
  @MaxLength(100, { message: 'The name must be 100 characters or fewer' })
  name?: string;

  @ApiProperty({ required: false })
  @ValidateIf((change: SectorChangeDto) => change.position !== undefined)
  @IsInt({ message: 'The position must be a whole number' })
  @Min(0, { message: 'The position must be 0 or more' })
  @Max(10_000, { message: 'The position must be 10,000 or less' })
  position?: number;
}

export class SectorOrderDto implements SectorOrder {
  @ApiProperty({ type: [String], description: 'All of the first level, or all below one sector, in their order' })
  @IsArray({ message: 'ids must be a list' })
  @ArrayMinSize(1, { message: 'Name the sectors in their order' })
  @ArrayMaxSize(500, { message: 'Name 500 sectors or fewer' })
  @IsString({ each: true, message: 'ids must be text' })
  @MaxLength(36, { each: true, message: 'There is no sector with this id' })
  ids: string[];
}

export class SectorListQuery extends ListQuery {}
