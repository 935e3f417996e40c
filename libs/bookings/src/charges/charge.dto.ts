import { ApiProperty } from '@nestjs/swagger';
import { CHARGE_KINDS, CHARGE_STATES, type ChargeChange, type ChosenCharges } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';

const MOST_AT_ONCE = 100;
const DAY = /^20\d\d-\d\d-\d\d$/;
const toList = ({ value }: { value: unknown }): unknown =>
  value === undefined ? undefined : Array.isArray(value) ? value : [value];
const dayMessage = (field: string) => ({ message: `${field} must be a London date such as 2026-05-22` });

export class ChargeListQuery extends ListQuery {
  @IsOptional()
  @Transform(toList)
  @IsIn(CHARGE_STATES, { each: true, message: `state must be one of ${CHARGE_STATES.join(', ')}` })
  state?: (typeof CHARGE_STATES)[number][];

  @IsOptional()
  @IsIn(CHARGE_KINDS, { message: `kind must be one of ${CHARGE_KINDS.join(', ')}` })
  kind?: (typeof CHARGE_KINDS)[number];

  @IsOptional()
  @IsString({ message: 'agencyId must be text' })
  agencyId?: string;

  @IsOptional()
  @IsString({ message: 'eventId must be text' })
  eventId?: string;

  @IsOptional()
  @IsString({ message: 'bookingId must be text' })
  bookingId?: string;

  /** Whose events end on these London days, both inclusive. */
  @IsOptional()
  @IsISO8601({ strict: true }, dayMessage('from'))
  @Matches(DAY, dayMessage('from'))
  from?: string;

  @IsOptional()
  @IsISO8601({ strict: true }, dayMessage('to'))
  @Matches(DAY, dayMessage('to'))
  to?: string;

  @IsOptional()
  @IsIn(['true'], { message: 'overtaken must be true' })
  overtaken?: 'true';
}

export class FinanceFileQuery {
  /** Confirmed or credited on these London days, both inclusive. */
  @IsOptional()
  @IsISO8601({ strict: true }, dayMessage('from'))
  @Matches(DAY, dayMessage('from'))
  from?: string;

  @IsOptional()
  @IsISO8601({ strict: true }, dayMessage('to'))
  @Matches(DAY, dayMessage('to'))
  to?: string;

  @IsOptional()
  @IsString({ message: 'agencyId must be text' })
  agencyId?: string;

  @IsOptional()
  @IsString({ message: 'eventId must be text' })
  eventId?: string;

  @IsOptional()
  @IsIn(['true'], { message: 'unsent must be true' })
  unsent?: 'true';
}

export class ChargeConfirmationDto {
  @ApiProperty({ required: false, description: 'Needed where the charge was waived' })
  @IsOptional()
  @IsString({ message: 'Give the reason as text' })
  @MaxLength(300, { message: 'The reason must be 300 characters or fewer' })
  reason?: string;
}

export class ChargeChangeDto implements ChargeChange {
  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @IsString({ message: 'The order number must be text' })
  @MaxLength(60, { message: 'The order number must be 60 characters or fewer' })
  orderNumber?: string | null;
}

export class ChosenChargesDto implements ChosenCharges {
  @ApiProperty({ type: [String] })
  @IsString({ each: true, message: 'Choose charges by their ids' })
  @MaxLength(36, { each: true, message: 'Choose charges by their ids' })
  @ArrayMaxSize(MOST_AT_ONCE, { message: `Choose ${MOST_AT_ONCE} charges or fewer at a time` })
  @ArrayMinSize(1, { message: 'Choose a charge' })
  @IsArray({ message: 'The chosen charges must be a list' })
  ids: string[];
}
