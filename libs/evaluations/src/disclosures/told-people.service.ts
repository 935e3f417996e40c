import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ROLES, type Role, type SettingValue } from '@roundtable/contracts';
import { type RoleHolder, RoleHolders, normalisedEmail } from '@roundtable/people';
import { DeclaredSettings, Settings, invalid } from '@roundtable/platform';
import { SERVICE_MANAGER, TEXT_READERS } from './text-reader.settings';

const FEWEST_READERS = 2;
const MANAGERS: readonly Role[] = ['coordinator', 'information-governance', 'system-owner'];

export interface Told {
  personId: string | null;
  name: string;
  address: string;
}

/** Who is mailed about texts: the readers that were named, and the service manager. */
@Injectable()
export class ToldPeople implements OnModuleInit {
  constructor(
    private readonly settings: Settings,
    private readonly declared: DeclaredSettings,
    private readonly holders: RoleHolders,
  ) {}

  onModuleInit(): void {
    this.declared.declare(TEXT_READERS, (value) => this.checkReaders(value));
    this.declared.declare(SERVICE_MANAGER, (value) => checkManager(value));
  }

  /** The readers who were named and still have the role; all who have it where fewer than two are left. */
  async readers(): Promise<Told[]> {
    const holders = await this.holders.of('evaluation-reader');
    const named = addressesIn(await this.settings.read<string | null>(TEXT_READERS.name, TEXT_READERS.usual));
    const chosen = holders.filter(({ email }) => named.includes(email));
    return (chosen.length >= FEWEST_READERS ? chosen : holders).map(told);
  }

  /** The service manager, or everybody with the role that was named; the coordinators where nothing was. */
  async managers(): Promise<Told[]> {
    const kept = await this.settings.read<string | null>(SERVICE_MANAGER.name, SERVICE_MANAGER.usual);
    if (kept?.includes('@')) return [{ personId: null, name: 'Service manager', address: kept }];
    return (await this.holders.of(ROLES.find((role) => role === kept) ?? 'coordinator')).map(told);
  }

  /** Names somebody no more who is forgotten; `names` is what they were written to. */
  async forget(names: readonly string[]): Promise<void> {
    const gone = new Set(names.flatMap((name) => normalisedEmail(name) ?? []));
    for (const { name } of [TEXT_READERS, SERVICE_MANAGER]) {
      const kept = await this.settings.read<string | null>(name, null);
      const left = addressesIn(kept).filter((address) => !gone.has(address));
      if (left.length < addressesIn(kept).length) await this.settings.write(name, left.join(', ') || null);
    }
  }

  private async checkReaders(value: SettingValue): Promise<void> {
    if (typeof value !== 'string') return;
    const named = addressesIn(value);
    const holders = new Set((await this.holders.of('evaluation-reader')).map(({ email }) => email));
    if (named.length < FEWEST_READERS) throw invalid({ [TEXT_READERS.name]: 'Name two readers or more' });
    const others = named.filter((email) => !holders.has(email));
    if (others.length > 0)
      throw invalid({ [TEXT_READERS.name]: `These are not evaluation readers: ${others.join(', ')}` });
  }
}

async function checkManager(value: SettingValue): Promise<void> {
  if (typeof value !== 'string') return;
  if (normalisedEmail(value) === null && !MANAGERS.some((role) => role === value))
    throw invalid({ [SERVICE_MANAGER.name]: `Enter one email address, or ${MANAGERS.join(', ')}` });
}

/** Different addresses, as they are kept with people. */
function addressesIn(line: string | null): string[] {
  return [...new Set((line ?? '').split(/[,;\s]+/).flatMap((part) => normalisedEmail(part) ?? []))];
}

function told({ personId, name, email }: RoleHolder): Told {
  return { personId, name, address: email };
}
