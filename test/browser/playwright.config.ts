import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Browser journeys in the machine's own Chromium, each against a server of its own. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  timeout: 90_000,
  workers: 1,
  reporter: [['list']],
  outputDir: '../../test-results',
  use: {
    ...(chromium ? { launchOptions: { executablePath: chromium, args: quiet } } : {}),
    trace: 'off',
    actionTimeout: 10_000,
    timezoneId: 'America/New_York',
    locale: 'en-GB',
  },
});
