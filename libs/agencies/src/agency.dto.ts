import { ApiProperty } from '@nestjs/swagger';
import {
  AGENCY_STATUSES,
  APPROVALS,
  type AgencyChange,
  type AgencyStatus,
  type Approval,
  UNANSWERED_APPROVALS,
  type UnansweredApproval,
  FEE_TYPES,
  type FeeType,
  type Headcount,
  type NewAgency,
} from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsFQDN,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

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
  feeType?: FeeType;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsFQDN({}, { message: 'Enter an email domain like example.org' })
  @MaxLength(190, { message: 'The email domain must be 190 characters or fewer' })
  emailDomain?: string;
}

export class HeadcountDto implements Headcount {
  @ApiProperty({ description: 'A partnership year, April to March', example: '2026-27' })
  @IsString({ message: 'Enter a year like 2026-27' })
  @Matches(/^20\d{2}-\d{2}$/, { message: 'Enter a year like 2026-27' })
  year: string;

  @ApiProperty()
  @IsInt({ message: 'The headcount must be a whole number' })
  @Min(0, { message: 'The headcount must be 0 or more' })
  @Max(1_000_000, { message: 'The headcount must be 1,000,000 or fewer' })
  headcount: number;
}

/** A field that may be left out, but not emptied. */
const given = (property: string) => ValidateIf((dto: Record<string, unknown>) => dto[property] !== undefined);

export class AgencyChangeDto implements AgencyChange {
  @ApiProperty({ required: false })
  @given('name')
  @IsString({ message: 'Enter the name of the agency' })
  @Matches(/\S/, { message: 'Enter the name of the agency' })
  @MaxLength(190, { message: 'The name must be 190 characters or fewer' })
  name?: string;

  @ApiProperty({ required: false })
  @given('sector')
  @IsString({ message: 'Choose a sector' })
  @MaxLength(100, { message: 'The sector must be 100 characters or fewer' })
  sector?: string;

  @ApiProperty({ required: false, enum: FEE_TYPES })
  @given('feeType')
  @IsIn(FEE_TYPES, { message: `The fee type must be one of ${FEE_TYPES.join(', ')}` })
  feeType?: FeeType;

  @ApiProperty({ required: false, type: [String], description: 'All domains; the first is shown alone' })
  @given('emailDomains')
  @IsArray({ message: 'The email domains must be a list' })
  @ArrayMaxSize(20, { message: 'Give 20 email domains or fewer' })
  @IsFQDN({}, { each: true, message: 'Enter an email domain like example.org' })
  @MaxLength(190, { each: true, message: 'Each email domain must be 190 characters or fewer' })
  emailDomains?: string[];

  @ApiProperty({ required: false, nullable: true, type: String })
  @IsOptional()
  @IsString({ message: 'Choose a group' })
  @MaxLength(36, { message: 'Choose a group' })
  groupId?: string | null;

  @ApiProperty({ required: false, enum: APPROVALS })
  @given('approval')
  @IsIn(APPROVALS, { message: `The approval must be one of ${APPROVALS.join(', ')}` })
  approval?: Approval;

  @ApiProperty({ required: false, enum: UNANSWERED_APPROVALS })
  @given('unansweredApproval')
  @IsIn(UNANSWERED_APPROVALS, { message: `An unanswered request must be one of ${UNANSWERED_APPROVALS.join(', ')}` })
  unansweredApproval?: UnansweredApproval;

  @ApiProperty({ required: false, nullable: true, type: String, description: "A school's unique reference number" })
  @IsOptional()
  @IsString({ message: 'Enter a URN of 6 digits, like 122859' })
  @Matches(/^\d{6}$/, { message: 'Enter a URN of 6 digits, like 122859' })
  urn?: string | null;

  @ApiProperty({ required: false, nullable: true, type: String })
  @IsOptional()
  @IsString({ message: 'Enter an Ofsted number like EY123456, SC123456 or 2567890' })
  @Matches(/^(?:(?:EY|SC|CY|VC|RP)\d{6}|\d{6,7})$/i, {
    message: 'Enter an Ofsted number like EY123456, SC123456 or 2567890',
  })
  ofstedNumber?: string | null;

  @ApiProperty({
    required: false,
    nullable: true,
    type: String,
    description: 'Code of the NHS organisation data service',
  })
  @IsOptional()
  @IsString({ message: 'Enter an ODS code of 3 to 10 letters and digits, like RX1 or C84001' })
  @Matches(/^[A-Z0-9]{3,10}$/i, { message: 'Enter an ODS code of 3 to 10 letters and digits, like RX1 or C84001' })
  odsCode?: string | null;

  @ApiProperty({ required: false, type: [HeadcountDto], description: 'All years' })
  @given('headcounts')
  @IsArray({ message: 'The headcounts must be a list' })
  @ArrayMaxSize(60, { message: 'Give 60 years or fewer' })
  @ValidateNested({ each: true })
  @Type(() => HeadcountDto)
  headcounts?: HeadcountDto[];
}

export class AgencyListQuery extends ListQuery {
  @IsOptional()
  @IsString({ message: 'sector must be text' })
  sector?: string;

  @IsOptional()
  @IsString({ message: 'groupId must be text' })
  groupId?: string;

  @IsOptional()
  @IsIn(AGENCY_STATUSES, { message: `status must be one of ${AGENCY_STATUSES.join(', ')}` })
  status?: AgencyStatus;
}

export class MergeIntoDto {
  @ApiProperty({ description: 'The id of the one that stays' })
  @IsString({ message: 'Choose which one to merge into' })
  @Matches(/\S/, { message: 'Choose which one to merge into' })
  @MaxLength(36, { message: 'Choose which one to merge into' })
  into: string;
}
