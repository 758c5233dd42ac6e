// ESLint with the plugins for promises and Node; with TYPED set, typescript-eslint's rules that read types.
import n from 'eslint-plugin-n';
import promise from 'eslint-plugin-promise';
import tseslint from 'typescript-eslint';

const common = { files: ['cases/**/*.js'], linterOptions: { reportUnusedDisableDirectives: 'off' } };

export default process.env.TYPED
  ? [{
    ...common,
    languageOptions: { parser: tseslint.parser, sourceType: 'commonjs', parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  }]
  : [{
    ...common,
    languageOptions: { sourceType: 'commonjs', ecmaVersion: 2025 },
    plugins: { promise, n },
    rules: {
      'promise/catch-or-return': ['error', { allowThen: true, allowFinally: true }],
      'n/handle-callback-err': 'error', 'n/callback-return': ['error', ['callback', 'done', 'cb']],
      'n/no-missing-require': 'error', 'n/no-extraneous-require': 'error',
      'consistent-return': 'error', 'default-case': 'error', 'no-fallthrough': 'error', 'no-async-promise-executor': 'error',
    },
  }];
