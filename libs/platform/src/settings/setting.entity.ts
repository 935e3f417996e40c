import { Entity, PrimaryColumn } from 'typeorm';
import { Json } from '../database';

@Entity('settings')
export class SettingEntity {
  @PrimaryColumn('varchar', { length: 100 })
  name: string;

  @Json()
  value: unknown;
}
