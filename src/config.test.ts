import { expect, test } from 'vitest'
import { SETTINGS, type ConfigResult, readConfig, settingsHelp, settingsPage } from './config.ts'

const read = (argv: string[], env: Record<string, string> = {}): ConfigResult =>
  readConfig({ argv, env, cwd: '/srv' })

const problems = (argv: string[], env: Record<string, string> = {}): readonly string[] => {
  const result = read(argv, env)
  return result.ok ? [] : result.problems
}

test('without anything given, it serves its own machine from ./data with the carried server', () => {
  expect(read([])).toMatchObject({
    ok: true,
    rest: [],
    config: { dataDir: '/srv/data', host: '127.0.0.1', port: 8080, databaseUrl: null, demo: false },
  })
})

test('a flag outdoes the environment, and an empty value is not given', () => {
  expect(read(['--port', '9'], { PORT: '10' })).toMatchObject({ config: { port: 9 } })
  expect(read([], { PORT: '10', DATABASE_URL: '' })).toMatchObject({
    config: { port: 10, databaseUrl: null },
  })
  expect(read(['--port=0', '--demo'])).toMatchObject({ config: { port: 0, demo: true } })
})

test('arguments that are no setting are handed back in order', () => {
  expect(read(['import', '--dry-run', '--data', 'x', 'folder', '--', '--port'])).toMatchObject({
    config: { dataDir: '/srv/x' },
    rest: ['import', '--dry-run', 'folder', '--', '--port'],
  })
})

test('every mistake is named by the setting as it was given', () => {
  expect(problems(['--port', '80x'], { HIGHWATER_LOG_LEVEL: 'loud', HIGHWATER_DEMO: 'perhaps' })).toEqual([
    '--port must be a whole number from 0 to 65535, not "80x".',
    'HIGHWATER_DEMO must be yes or no, not "perhaps".',
    'HIGHWATER_LOG_LEVEL must be one of error, warn, info, debug, not "loud".',
  ])
  expect(problems([], { PORT: '65536' })).toEqual([
    'PORT must be a whole number from 0 to 65535, not "65536".',
  ])
  expect(problems(['--port'])).toEqual(['--port needs a value: --port NUMBER.'])
  expect(problems(['--data', '--demo'])).toEqual(['--data needs a value: --data DIR.'])
})

test('a wrong database address is not repeated, since it may hold a password', () => {
  const [problem] = problems(['--database-url', 'mysql://u:secret@h/d'])
  expect(problem).toBe('--database-url must be an address such as postgres://user:password@host/database.')
})

test('a secret is long enough or refused', () => {
  expect(problems([], { HIGHWATER_SECRET: 'short' })[0]).toContain('HIGHWATER_SECRET must have at least 32')
})

test('the page of settings is the one made from the table', async () => {
  await expect(settingsPage()).toMatchFileSnapshot('../docs/guide/settings.md')
})

test('the page and the help list every setting', () => {
  for (const { flag, env } of SETTINGS) {
    expect(settingsPage()).toContain(`\`${env}\``)
    expect(settingsHelp()).toContain(flag === null ? env : `--${flag}`)
  }
})
