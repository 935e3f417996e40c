import { ApiProperty } from '@nestjs/swagger';
import { ListQuery } from '@roundtable/platform';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export class NewVenueDto {
  @ApiProperty()
  @MaxLength(190, { message: 'The name must be 190 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the name of the venue' })
  name: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @MaxLength(1000, { message: 'The address must be 1000 characters or fewer' })
  @IsString({ message: 'The address must be text' })
  address?: string;

  @ApiProperty({ required: false, description: 'How many people the room may hold, trainers and supporters included' })
  @IsOptional()
  @Max(100_000, { message: 'The safe limit must be 100000 people or fewer' })
  @Min(1, { message: 'The safe limit must be 1 person or more' })
  @IsInt({ message: 'The safe limit must be a whole number of people' })
  safeLimit?: number;
}

export class VenueListQuery extends ListQuery {}
