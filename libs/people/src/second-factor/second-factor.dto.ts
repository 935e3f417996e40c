import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

export class SecondFactorBeginDto {
  @ApiProperty({ required: false, description: 'Not needed where nothing else may be done before' })
  @IsOptional()
  @IsString({ message: 'Enter your password' })
  @MaxLength(200, { message: 'The password must be 200 characters or fewer' })
  password?: string;
}

export class SecondFactorCodeDto {
  @ApiProperty()
  @IsString({ message: 'Enter the code' })
  @MinLength(1, { message: 'Enter the code' })
  @MaxLength(20, { message: 'The code must be 20 characters or fewer' })
  code: string;
}

export class SecondFactorRemovalDto extends SecondFactorCodeDto {
  @ApiProperty()
  @IsString({ message: 'Enter your password' })
  @MinLength(1, { message: 'Enter your password' })
  @MaxLength(200, { message: 'The password must be 200 characters or fewer' })
  password: string;
}
