import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class AgencyPackQuery {
  @ApiProperty({ description: 'A partnership year that has begun, such as 2025-26' })
  @IsString({ message: 'year must be a partnership year such as 2025-26' })
  @Matches(/^20\d{2}-\d{2}$/, { message: 'year must be a partnership year such as 2025-26' })
  year: string;

  @ApiProperty({ required: false, description: 'One agency; without it, all that the lead leads' })
  @IsOptional()
  @IsString({ message: 'agencyId must be the id of one agency' })
  @MaxLength(36, { message: 'agencyId must be 36 characters or fewer' })
  agencyId?: string;
}
