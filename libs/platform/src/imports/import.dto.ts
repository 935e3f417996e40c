import { ApiProperty } from '@nestjs/swagger';
import type { TypedRow, TypedRows } from '@roundtable/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

export class ImportQuery {
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'dryRun must be true or false' })
  dryRun?: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}$/, { message: 'period must be a partnership year such as 2020-21' })
  period?: string;

  /** Whether the cells of rejected rows come with the answer, to be mended without the file. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'cells must be true or false' })
  cells?: string;
}

export class TypedRowDto implements TypedRow {
  @ApiProperty({ description: 'How the answer names this row' })
  @Max(1_048_576, { message: 'The number of a row must be 1048576 or less' })
  @Min(1, { message: 'The number of a row must be 1 or more' })
  @IsInt({ message: 'The number of a row must be a whole number' })
  row: number;

  @ApiProperty({ type: [String] })
  @MaxLength(2000, { each: true, message: 'A cell must be 2000 characters or fewer' })
  @IsString({ each: true, message: 'Each cell must be text' })
  @ArrayMaxSize(60, { message: 'A row must have 60 cells or fewer' })
  @IsArray({ message: 'cells must be a list' })
  cells: string[];
}

/** Rows that were pasted or typed into a table. */
export class TypedRowsDto implements TypedRows {
  @ApiProperty({ type: [String] })
  @MaxLength(100, { each: true, message: 'A heading must be 100 characters or fewer' })
  @IsString({ each: true, message: 'Each heading must be text' })
  @ArrayMaxSize(60, { message: 'There must be 60 columns or fewer' })
  @IsArray({ message: 'columns must be a list' })
  columns: string[];

  @ApiProperty({ type: [TypedRowDto] })
  @ValidateNested({ each: true })
  @Type(() => TypedRowDto)
  @ArrayMaxSize(500, { message: 'Send 500 rows or fewer at a time' })
  @ArrayMinSize(1, { message: 'Send at least one row' })
  @IsArray({ message: 'rows must be a list' })
  rows: TypedRowDto[];
}
