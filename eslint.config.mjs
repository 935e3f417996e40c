import { readFileSync } from 'node:fs';
import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const order = JSON.parse(readFileSync(new URL('./library-order.json', import.meta.url), 'utf8'));

/** A library may import only what stands above it in the one list; the back office imports contracts alone. */
const depConstraints = [
  ...order.map((library, position) => ({
    sourceTag: `library:${library}`,
    onlyDependOnLibsWithTags: order.slice(0, position).map((above) => `library:${above}`),
    ...(library === 'contracts' ? { bannedExternalImports: ['*'] } : {}),
  })),
  { sourceTag: 'app:api', onlyDependOnLibsWithTags: order.map((library) => `library:${library}`) },
  { sourceTag: 'app:admin', onlyDependOnLibsWithTags: ['library:contracts'] },
  { sourceTag: 'tests', onlyDependOnLibsWithTags: [...order.map((library) => `library:${library}`), 'app:api'] },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', 'data/**', '**/*.mjs', '**/*.mts'] },
  eslint.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='DataSource']",
          message: 'Only platform opens databases: use Database.',
        },
      ],
      eqeqeq: 'error',
    },
  },
  { files: ['libs/platform/src/database/**'], rules: { 'no-restricted-syntax': 'off' } },
  // Journeys import everything, the server's composition included; nothing imports them.
  { files: ['test/**'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  prettier,
);
