import { defineConfig } from 'oxlint';
import { importOverrides } from './tests/architecture/import-rules.ts';

/** Bugs and directions only: how code looks is the formatter's business. */
export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'promise', 'react', 'jsx-a11y', 'vitest'],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  categories: { correctness: 'error' },
  ignorePatterns: ['**/dist/**', '**/node_modules/**', 'data/**', '**/fixtures/**'],
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-console': 'error',
    'no-eval': 'error',
    // Control characters are what a text must be cleaned of, so a pattern names them.
    'no-control-regex': 'off',
    'no-new-func': 'error',
    'no-param-reassign': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
    'typescript/no-floating-promises': 'error',
    // A handler may be async; what it does with its errors is seen by no-floating-promises.
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/await-thenable': 'error',
    'typescript/only-throw-error': 'error',
    // A text is spread into code points on purpose: that is what keeps an emoji whole.
    'typescript/no-misused-spread': ['error', { allow: ['string'] }],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
    'typescript/consistent-type-imports': ['error', { prefer: 'type-imports', fixStyle: 'separate-type-imports' }],
    'import/no-cycle': ['error', { ignoreTypes: true }],
    'import/no-self-import': 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/no-danger': 'error',
    'react/jsx-no-target-blank': 'error',
    'vitest/no-focused-tests': 'error',
    'vitest/no-disabled-tests': 'error',
    // The second argument of `expect` says which of many cases went wrong.
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'vitest/expect-expect': [
      'error',
      {
        assertFunctionNames: [
          'expect',
          'expect*',
          'assert',
          'assert*',
          'fc.assert',
          'demand*',
          '**.expect*',
          '**.assert*',
        ],
      },
    ],
  },
  overrides: [
    ...importOverrides(),
    {
      // Pure: data in, data out. A time or a chance that is needed comes in as an argument.
      files: ['shared/src/**/*.ts'],
      excludeFiles: ['**/*.test.ts'],
      rules: {
        'no-restricted-globals': [
          'error',
          'fetch',
          'setTimeout',
          'setInterval',
          'queueMicrotask',
          'performance',
          'crypto',
        ],
        'no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: 'shared has no clock: take the moment as an argument.' },
          { object: 'Math', property: 'random', message: 'shared has no chance: take the id as an argument.' },
        ],
      },
    },
    { files: ['server/start/**', 'server/src/main.ts', 'tests/**', '**/*.config.ts'], rules: { 'no-console': 'off' } },
  ],
});
