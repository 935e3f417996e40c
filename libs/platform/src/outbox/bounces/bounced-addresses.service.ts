import { In } from 'typeorm';
import { type Database, isDuplicate, newId } from '../../database';
import { BouncedAddressEntity } from './bounced-address.entity';

/** Which addresses mail came back from. */
export class BouncedAddresses {
  constructor(private readonly database: Database) {}

  async of(address: string): Promise<BouncedAddressEntity | null> {
    return this.database.repo(BouncedAddressEntity).findOneBy({ address: address.toLowerCase() });
  }

  /** Those of these addresses that are marked, by address in lower case. */
  async among(addresses: readonly (string | null)[]): Promise<Map<string, BouncedAddressEntity>> {
    const wanted = addresses.filter((address) => address !== null).map((address) => address.toLowerCase());
    if (wanted.length === 0) return new Map();
    const rows = await this.database.repo(BouncedAddressEntity).findBy({ address: In(wanted) });
    return new Map(rows.map((row) => [row.address, row]));
  }

  /** Marks an address; one that is marked already stays as it is. */
  async mark(address: string, said: string): Promise<void> {
    if (await this.of(address)) return;
    const row = { id: newId(), address: address.toLowerCase(), said: said.slice(0, 200), markedAt: new Date() };
    try {
      await this.database.repo(BouncedAddressEntity).insert(row);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  /** Takes the marks of these addresses away; answers whether there was one. */
  async clear(...addresses: string[]): Promise<boolean> {
    if (addresses.length === 0) return false;
    const gone = await this.database
      .repo(BouncedAddressEntity)
      .delete({ address: In(addresses.map((address) => address.toLowerCase())) });
    return Boolean(gone.affected);
  }
}
