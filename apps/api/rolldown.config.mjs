import { cpSync, rmSync } from 'node:fs';

/** Only our own code goes into the bundle; packages are loaded from node_modules. */
const own = /^(\.|\/|\0|@roundtable\/|@oxc-project\/runtime|apps\/)/;

const freshData = {
  name: 'demonstration-data',
  writeBundle() {
    rmSync('dist/api/demonstration', { recursive: true, force: true });
    cpSync('apps/api/src/demonstration/data', 'dist/api/demonstration', { recursive: true });
  },
};

export default {
  input: { main: 'apps/api/src/main.ts', cli: 'apps/api/src/cli.ts' },
  platform: 'node',
  tsconfig: 'tsconfig.base.json',
  external: (id) => !own.test(id),
  plugins: [freshData],
  output: { dir: 'dist/api', format: 'esm', sourcemap: true, keepNames: true, chunkFileNames: '[name].js' },
};
