import { describe, expect, it } from '@jest/globals';
import type { ProblemView } from '@roundtable/contracts';
import { SecondFactorEntity } from '@roundtable/people';
import { shownCode } from '../support/authenticator';
import { onTheProduct } from '../support/product';
import { Website } from '../support/website';

const PASSWORD = 'a long enough password';

onTheProduct(
  (product) => {
    const factors = () => product.database.repo(SecondFactorEntity);
    const signIn = (email: string, code: string) =>
      product.ask<ProblemView>('POST', '/api/session', { body: { email, password: PASSWORD, code } });

    /** An app that is set up; answers its secret. */
    const enrolled = async (email: string) => {
      const { personId } = await product.person('practitioner', { email });
      const browser = new Website(product);
      await browser.signIn(email);
      const { secret } = (await browser.api('POST', '/api/me/second-factor', { password: PASSWORD })).body as {
        secret: string;
      };
      await browser.api('POST', '/api/me/second-factor/confirmation', { code: shownCode(secret, -1) });
      return { personId, secret };
    };

    describe('with SECRETS_KEY the secret of an app', () => {
      it('lies sealed in the database, and its codes sign in', async () => {
        const { personId, secret } = await enrolled('sealed@factor.example');
        const kept = await factors().findOneByOrFail({ personId });
        expect([kept.secret.length, kept.secret.includes(secret)]).toEqual([64, false]);
        expect((await signIn('sealed@factor.example', shownCode(secret))).status).toBe(200);
      });

      it('is read open where it is from before there was a key', async () => {
        const { personId, secret } = await enrolled('older@factor.example');
        await factors().update({ personId }, { secret });
        expect((await signIn('older@factor.example', shownCode(secret))).status).toBe(200);
      });

      it('of another key opens nothing, and is refused like a wrong code', async () => {
        const { personId, secret } = await enrolled('lost-key@factor.example');
        await factors().update({ personId }, { secret: 'A'.repeat(64) });
        const refused = await signIn('lost-key@factor.example', shownCode(secret));
        expect([refused.status, refused.body.code]).toEqual([401, 'people.sign-in-failed']);
      });
    });
  },
  { SECRETS_KEY: 'a key that is long enough to be one' },
);
