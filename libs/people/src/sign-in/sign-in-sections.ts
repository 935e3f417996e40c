import type { DataSection, Database } from '@roundtable/platform';
import { AccountEntity } from '../account.entity';
import { ApiTokenEntity } from '../api-token.entity';
import { PersonEntity } from '../person.entity';
import { AddressProofEntity } from '../proofs/address-proof.entity';
import { RegistrationEntity } from '../registration/registration.entity';
import { RecoveryCodeEntity } from '../second-factor/recovery-code.entity';
import { SecondFactorEntity } from '../second-factor/second-factor.entity';
import { SignInEntity } from './sign-in.entity';

/** What is held about how a person signs in, for the export of their data; nothing that would sign anybody in. */
export async function signInSections(database: Database, personId: string): Promise<DataSection[]> {
  const person = await database.repo(PersonEntity).findOneBy({ id: personId });
  const accounts = await database.repo(AccountEntity).findBy({ personId });
  const signIns = await database.repo(SignInEntity).find({ where: { personId }, order: { startedAt: 'ASC' } });
  const tokens = await database.repo(ApiTokenEntity).find({ where: { personId }, order: { createdAt: 'ASC' } });
  const factors = await database.repo(SecondFactorEntity).findBy({ personId });
  const codes = await database.repo(RecoveryCodeEntity).findBy({ personId });
  const ofAddress = person?.email ? [{ email: person.email }] : [];
  const proofs = await database
    .repo(AddressProofEntity)
    .find({ where: [{ subjectId: personId }, ...ofAddress], order: { createdAt: 'ASC' } });
  const registrations = ofAddress.length ? await database.repo(RegistrationEntity).findBy(ofAddress) : [];
  return [
    {
      title: 'Your account',
      note: 'Your password and your codes are kept so that nobody can read them, so they are not here.',
      rows: accounts.map((row) => ({ 'Made on': row.createdAt, 'Confirmed on': row.confirmedAt })),
    },
    {
      title: 'Your authenticator app',
      rows: factors.map((row) => ({ 'Set up on': row.createdAt, 'Confirmed on': row.confirmedAt })),
    },
    {
      title: 'Your recovery codes',
      rows: codes.map((row) => ({ 'Used on': row.usedAt, Used: row.usedAt !== null })),
    },
    {
      title: 'Your sign-ins',
      rows: signIns.map((row) => ({
        Device: row.device,
        Started: row.startedAt,
        'Last used': row.lastSeenAt,
        Ended: row.endedAt,
      })),
    },
    {
      title: 'Codes and links that were mailed to prove your address',
      rows: proofs.map((row) => ({
        For: row.purpose,
        'Email address': row.email,
        Sent: row.createdAt,
        'Valid until': row.expiresAt,
        'Used on': row.usedAt,
      })),
    },
    {
      title: 'Accounts that were asked for with your address',
      rows: registrations.map((row) => ({
        Name: row.name,
        'Job role': row.jobRole,
        Area: row.area,
        'Asked for': row.createdAt,
        'Valid until': row.expiresAt,
      })),
    },
    {
      title: 'Your access tokens',
      rows: tokens.map((row) => ({
        Name: row.name,
        'Used for': row.scope?.join(', ') ?? 'everything you may do',
        'Made on': row.createdAt,
        'Last used': row.lastUsedAt,
        'Valid until': row.expiresAt,
        Revoked: row.revokedAt,
      })),
    },
  ];
}
