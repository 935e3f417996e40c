import { ApiProperty } from '@nestjs/swagger';
import { type NewToken, PERMISSION_NAMES, type Permission } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

export class NewTokenDto implements NewToken {
  @ApiProperty({ description: 'What it is for' })
  @IsString({ message: 'Say what the token is for' })
  @Matches(/\S/, { message: 'Say what the token is for' })
  @MaxLength(100, { message: 'The name must be 100 characters or fewer' })
  name: string;

  @ApiProperty({ required: false, description: 'Whose rights it carries; somebody else for the system owner alone' })
  @IsOptional()
  @IsString({ message: 'personId must be text' })
  @MaxLength(36, { message: 'personId must be 36 characters or fewer' })
  personId?: string;

  @ApiProperty({ required: false, enum: PERMISSION_NAMES, isArray: true })
  @IsOptional()
  @IsArray({ message: 'permissions must be a list' })
  @ArrayMinSize(1, { message: 'Name at least one permission, or leave permissions out' })
  @ArrayUnique({ message: 'Name each permission once' })
  @IsIn(PERMISSION_NAMES, { each: true, message: 'There is no permission of this name' })
  permissions?: Permission[];

  @ApiProperty({ required: false })
  @IsOptional()
  @IsInt({ message: 'expiresInDays must be a whole number' })
  @Min(1, { message: 'expiresInDays must be 1 or more' })
  @Max(3650, { message: 'expiresInDays must be 3,650 or less' })
  expiresInDays?: number;
}

export class TokenListQuery extends ListQuery {
  @IsOptional()
  @IsString({ message: 'personId must be text' })
  personId?: string;
}
