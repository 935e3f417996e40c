import { ApiProperty } from '@nestjs/swagger';
import { FEE_TYPES, type NewAgency } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { IsFQDN, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class NewAgencyDto implements NewAgency {
  @ApiProperty()
  @IsString({ message: 'Enter the name of the agency' })
  @Matches(/\S/, { message: 'Enter the name of the agency' })
  @MaxLength(190, { message: 'The name must be 190 characters or fewer' })
  name: string;

  @ApiProperty()
  @IsString({ message: 'Choose a sector' })
  @MaxLength(100, { message: 'The sector must be 100 characters or fewer' })
  sector: string;

  @ApiProperty({ required: false, enum: FEE_TYPES })
  @IsOptional()
  @IsIn(FEE_TYPES, { message: `The fee type must be one of ${FEE_TYPES.join(', ')}` })
  feeType?: (typeof FEE_TYPES)[number];

  @ApiProperty({ required: false })
  @IsOptional()
  @IsFQDN({}, { message: 'Enter an email domain like example.org' })
  @MaxLength(190, { message: 'The email domain must be 190 characters or fewer' })
  emailDomain?: string;
}

export class AgencyListQuery extends ListQuery {
  @IsOptional()
  @IsString({ message: 'sector must be text' })
  sector?: string;
}
