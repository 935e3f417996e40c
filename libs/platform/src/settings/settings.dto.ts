import { ApiProperty } from '@nestjs/swagger';
import type { SettingChange, SettingsChange, SettingValue } from '@roundtable/contracts';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsDefined, IsString, MaxLength, ValidateNested } from 'class-validator';

export class SettingChangeDto implements SettingChange {
  @ApiProperty({ description: 'The name of a setting, as GET answers it' })
  @IsString({ message: 'Name the setting' })
  @MaxLength(100, { message: 'Name the setting' })
  name: string;

  @ApiProperty({
    description: 'true or false, a whole number, or a line of text that may be empty; as its kind asks',
    oneOf: [{ type: 'boolean' }, { type: 'integer' }, { type: 'string' }],
  })
  @IsDefined({ message: 'Give the value' })
  value: SettingValue;
}

export class SettingsChangeDto implements SettingsChange {
  @ApiProperty({ type: [SettingChangeDto] })
  @IsArray({ message: 'settings must be a list' })
  @ArrayMinSize(1, { message: 'Name at least one setting' })
  @ArrayMaxSize(100, { message: 'Name 100 settings or fewer' })
  @ValidateNested({ each: true })
  @Type(() => SettingChangeDto)
  settings: SettingChangeDto[];
}
