import { Secret, TOTP } from 'otpauth';

/** An authenticator app: shows the code of a secret, now or some half minutes away. Real time. */
export function shownCode(secret: string, halfMinutesAway = 0): string {
  const app = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });
  return app.generate({ timestamp: Date.now() + halfMinutesAway * 30_000 });
}

/** A code of the right length that is not shown now, before or next. */
export function wrongCode(secret: string): string {
  const shown = [-2, -1, 0, 1, 2].map((away) => shownCode(secret, away));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !shown.includes(code)) ?? '';
}
