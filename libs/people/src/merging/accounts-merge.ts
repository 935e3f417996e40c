import { Injectable } from '@nestjs/common';
import { Clock, Database, HoldEntity, MessageEntity, type MergeParts } from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { AccountEntity } from '../account.entity';
import { ApiTokenEntity } from '../api-token.entity';
import { DataRequestEntity } from '../data-rights/data-request.entity';
import { PersonEntity } from '../person.entity';
import { MailChoiceEntity } from '../mail-choices/mail-choice.entity';
import { RecoveryCodeEntity } from '../second-factor/recovery-code.entity';
import { SecondFactorEntity } from '../second-factor/second-factor.entity';
import { SignInEntity } from '../sign-in/sign-in.entity';

/** Merging two people: what they sign in with, what they were written, and what they asked about their data. */
@Injectable()
export class AccountsMerge {
  readonly covers = [
    'people.merged_into_id',
    'accounts.person_id',
    'sign_ins.person_id',
    'api_tokens.person_id',
    'second_factors.person_id',
    'recovery_codes.person_id',
    'data_requests.person_id',
    'messages.person_id',
    'holds.subject_id',
    'mail_choices.person_id',
  ];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Messages, tokens and data requests move; an account moves where the other has none, else the other's stays. */
  async preview(fromId: string, intoId: string): Promise<MergeParts> {
    const account = await this.database.repo(AccountEntity).findOneBy({ personId: fromId });
    const kept = await this.database.repo(AccountEntity).findOneBy({ personId: intoId });
    return {
      moves: {
        messages: await this.database.repo(MessageEntity).countBy({ personId: fromId }),
        holds: await this.database.repo(HoldEntity).countBy({ subjectKind: 'person', subjectId: fromId }),
        dataRequests: await this.database.repo(DataRequestEntity).countBy({ personId: fromId }),
        tokens: await this.database.repo(ApiTokenEntity).countBy({ personId: fromId, revokedAt: IsNull() }),
        accounts: account && !kept ? 1 : 0,
      },
      conflicts:
        account && kept
          ? [{ kind: 'account', keptId: kept.id, endedId: account.id, why: 'Both can sign in, so one password stays' }]
          : [],
    };
  }

  async merge(fromId: string, intoId: string): Promise<MergeParts> {
    const parts = await this.preview(fromId, intoId);
    const own = { personId: fromId };
    const other = { personId: intoId };
    await this.database.repo(MessageEntity).update(own, other);
    await this.database.repo(DataRequestEntity).update(own, other);
    await this.database.repo(ApiTokenEntity).update(own, other);
    await this.database.repo(HoldEntity).update({ subjectKind: 'person', subjectId: fromId }, { subjectId: intoId });
    // The hash of a recovery code holds only for the person it was made for.
    await this.database.repo(RecoveryCodeEntity).delete(own);
    if (parts.moves['accounts']) {
      await this.database.repo(AccountEntity).update(own, other);
      await this.database.repo(SecondFactorEntity).delete(other);
      await this.database.repo(SecondFactorEntity).update(own, other);
    } else {
      await this.database.repo(AccountEntity).delete(own);
      await this.database.repo(SecondFactorEntity).delete(own);
      await this.database.repo(SignInEntity).update({ ...own, endedAt: IsNull() }, { endedAt: this.clock.now() });
    }
    await this.database.repo(SignInEntity).update(own, other);
    await this.moveChoices(fromId, intoId);
    await this.moveAddress(fromId, intoId);
    return parts;
  }

  /** What was chosen of a mail stays; what only the other entry chose moves. */
  private async moveChoices(fromId: string, intoId: string): Promise<void> {
    const choices = this.database.repo(MailChoiceEntity);
    const there = await choices.findBy({ personId: intoId });
    await choices.delete({ personId: fromId, mail: In(there.map(({ mail }) => mail)) });
    await choices.update({ personId: fromId }, { personId: intoId });
  }

  /** Who had no address gets the other's; else the merged row keeps its own, so that it is still known. */
  private async moveAddress(fromId: string, intoId: string): Promise<void> {
    const people = this.database.repo(PersonEntity);
    const from = await people.findOneByOrFail({ id: fromId });
    const into = await people.findOneByOrFail({ id: intoId });
    if (from.email !== null && into.email === null) {
      await people.update({ id: fromId }, { email: null });
      await people.update({ id: intoId }, { email: from.email });
    }
    if (into.area === null) await people.update({ id: intoId }, { area: from.area });
  }
}
