import { ApiProperty } from '@nestjs/swagger';
import type { NewVenue, VenueChange } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';

const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;

class VenueFacts {
  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @MaxLength(1000, { message: 'The address must be 1000 characters or fewer' })
  @IsString({ message: 'The address must be text' })
  address?: string | null;

  @ApiProperty({ required: false, nullable: true, description: 'Of a map; https alone' })
  @IsOptional()
  @MaxLength(500, { message: 'The map link must be 500 characters or fewer' })
  @IsUrl({ protocols: ['https'], require_protocol: true }, { message: 'The map link must start with https://' })
  mapUrl?: string | null;

  @ApiProperty({ required: false, nullable: true, description: 'Step-free access, hearing loop, parking' })
  @IsOptional()
  @MaxLength(2000, { message: 'The access notes must be 2000 characters or fewer' })
  @IsString({ message: 'The access notes must be text' })
  accessNotes?: string | null;

  @ApiProperty({
    required: false,
    nullable: true,
    description: 'How many people the room may hold, trainers and supporters included',
  })
  @IsOptional()
  @Max(100_000, { message: 'The safe limit must be 100000 people or fewer' })
  @Min(1, { message: 'The safe limit must be 1 person or more' })
  @IsInt({ message: 'The safe limit must be a whole number of people' })
  safeLimit?: number | null;
}

export class NewVenueDto extends VenueFacts implements NewVenue {
  @ApiProperty()
  @MaxLength(190, { message: 'The name must be 190 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the name of the venue' })
  name: string;
}

export class VenueChangeDto extends VenueFacts implements VenueChange {
  @ApiProperty({ required: false })
  @ValidateIf(isGiven)
  @MaxLength(190, { message: 'The name must be 190 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the name of the venue' })
  name?: string;

  @ApiProperty({ required: false, description: 'An archived venue is not offered for new events' })
  @ValidateIf(isGiven)
  @IsBoolean({ message: 'archived must be true or false' })
  archived?: boolean;
}

export class VenueListQuery extends ListQuery {
  @ApiProperty({ required: false, enum: ['true', 'false', 'all'], description: 'false where it is left out' })
  @IsOptional()
  @IsIn(['true', 'false', 'all'], { message: 'archived must be true, false or all' })
  archived?: 'true' | 'false' | 'all';
}

export class SupportersDto {
  @ApiProperty({ description: 'Chairs for interpreters and supporters' })
  @Max(1000, { message: 'The supporters must be 1000 or fewer' })
  @Min(0, { message: 'The supporters must be 0 or more' })
  @IsInt({ message: 'Enter the supporters as a whole number' })
  supporters: number;
}
