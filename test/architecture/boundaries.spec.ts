import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';

const root = process.cwd();
const CONFIGURATION = [
  'eslint.config.mjs',
  'library-order.json',
  'nx.json',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.json',
];

/** A workspace with the real configuration and the smallest libraries that can break its rules. */
function smallWorkspace(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-boundaries-'));
  for (const file of CONFIGURATION) cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const project = (name: string, tags: string[]): string =>
  JSON.stringify({
    name,
    projectType: 'library',
    sourceRoot: `libs/${name}/src`,
    tags,
    targets: { lint: { command: `eslint libs/${name}` } },
  });

const contracts = {
  'libs/contracts/project.json': project('contracts', ['library:contracts']),
  'libs/contracts/src/index.ts': "export const ROLES = ['practitioner'];\n",
};
const bookings = {
  'libs/bookings/project.json': project('bookings', ['library:bookings']),
  'libs/bookings/src/index.ts': "import { ROLES } from '@roundtable/contracts';\nexport const booked = ROLES;\n",
};
const agencies = { 'libs/agencies/project.json': project('agencies', ['library:agencies']) };

/** What `nx run-many -t lint` says of such a workspace. */
function lint(files: Record<string, string>): { status: number | null; text: string } {
  const folder = smallWorkspace(files);
  const result = spawnSync(
    'node_modules/.bin/nx',
    ['run-many', '-t', 'lint', '--skip-nx-cache', '--outputStyle=static'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false', NX_WORKSPACE_ROOT_PATH: folder, FORCE_COLOR: '0' },
    },
  );
  rmSync(folder, { recursive: true, force: true });
  return { status: result.status, text: result.stdout + result.stderr };
}

describe('the order of the libraries', () => {
  let text: string;
  let status: number | null;
  beforeAll(() => {
    ({ status, text } = lint({
      ...contracts,
      'libs/contracts/src/forbidden-package.ts':
        "import { Injectable } from '@nestjs/common';\nexport const forbidden = Injectable;\n",
      ...bookings,
      ...agencies,
      'libs/agencies/src/index.ts': "import { booked } from '@roundtable/bookings';\nexport const seen = booked;\n",
      'libs/untagged/project.json': project('untagged', []),
      'libs/untagged/src/index.ts': "import { ROLES } from '@roundtable/contracts';\nexport const seen = ROLES;\n",
    }));
  });

  const complaintsAbout = (library: string): string[] =>
    [...text.matchAll(/(\S*libs\/([a-z]+)\/src\/\S+\.ts)\n((?: +\d+:\d+ .*\n(?:(?! +\d+:\d+).+\n)*)+)/g)]
      .filter((match) => match[2] === library)
      .map((match) => match[3] ?? '');

  it('stops the lint', () => {
    expect(status).not.toBe(0);
  });

  it('lets a library import what stands above it', () => {
    expect(complaintsAbout('bookings')).toEqual([]);
  });

  it('refuses an import from below', () => {
    expect(complaintsAbout('agencies').join()).toContain('"library:agencies" can only depend on libs tagged with');
  });

  it('refuses imports by a project without a tag', () => {
    expect(complaintsAbout('untagged').join()).toMatch(/without tags/);
  });

  it('refuses a package in contracts', () => {
    expect(complaintsAbout('contracts').join()).toContain('not allowed to import');
  });
});

describe('the one list of libraries', () => {
  let order: string[];
  beforeAll(() => {
    order = JSON.parse(readFileSync(join(root, 'library-order.json'), 'utf8')) as string[];
  });

  it.each([
    'contracts',
    'platform',
    'schema',
    'agencies',
    'people',
    'elearning',
    'courses',
    'events',
    'bookings',
    'evaluations',
    'messages',
    'reports',
    'site',
  ])('has %s, under its own tag', (library) => {
    const { name, tags } = JSON.parse(readFileSync(join(root, 'libs', library, 'project.json'), 'utf8')) as {
      name: string;
      tags: string[];
    };
    expect(order).toContain(library);
    expect({ name, tags }).toEqual({ name: library, tags: [`library:${library}`] });
  });
});
