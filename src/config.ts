/** Every setting: its flag, its environment name, its check; the only reader of the environment. */
import { resolve } from 'node:path'

/** How much is logged: each level includes the ones before it. */
export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** The checked settings of one run. */
export interface Config {
  /** Absolute path of the data directory. */
  readonly dataDir: string
  /** Address to listen on. */
  readonly host: string
  /** Port to listen on; 0 takes any free one. */
  readonly port: number
  /** The address people use, without a closing slash; null when it is the one listened on. */
  readonly baseUrl: string | null
  /** A PostgreSQL server to use instead of the carried one. */
  readonly databaseUrl: string | null
  /** A replica that read-only queries may go to. */
  readonly readDatabaseUrl: string | null
  /** Most database connections this process holds. */
  readonly poolSize: number
  /** Milliseconds after which the database ends a statement. */
  readonly statementTimeoutMs: number
  /** Directory with `postgres` and `initdb` to use instead of the carried ones. */
  readonly pgBin: string | null
  /** Key that sign-in and stored secrets are protected with; null when it is kept in the data directory. */
  readonly secret: string | null
  /** Fill an empty database with the demonstration organisation. */
  readonly demo: boolean
  readonly logLevel: LogLevel
  readonly logFormat: 'text' | 'json'
  /** The running server that the command line talks to, without a closing slash. */
  readonly url: string | null
  /** The token that the command line signs in with. */
  readonly token: string | null
  /** Directories searched for programs, as the system gives them. */
  readonly searchPath: string
}

/** A setting as people see it. A flag of null: given by the environment alone, since arguments are seen by every user. */
export interface Setting {
  readonly key: Exclude<keyof Config, 'searchPath'>
  readonly flag: string | null
  readonly env: string
  /** How the value is written; null for a flag that is there or not. */
  readonly value: string | null
  readonly fallback: string
  readonly text: string
}

/** Every setting, in the order of the page that lists them. */
export const SETTINGS: readonly Setting[] = [
  {
    key: 'dataDir',
    flag: 'data',
    env: 'HIGHWATER_DATA',
    value: 'DIR',
    fallback: './data',
    text: 'Where everything is kept: the carried database, its passwords, the key.',
  },
  {
    key: 'port',
    flag: 'port',
    env: 'PORT',
    value: 'NUMBER',
    fallback: '8080',
    text: 'Port to listen on; 0 takes any free one.',
  },
  {
    key: 'host',
    flag: 'host',
    env: 'HIGHWATER_HOST',
    value: 'ADDRESS',
    fallback: '127.0.0.1',
    text: 'Address to listen on; 0.0.0.0 for every one of the machine.',
  },
  {
    key: 'baseUrl',
    flag: 'base-url',
    env: 'HIGHWATER_BASE_URL',
    value: 'URL',
    fallback: 'the address listened on',
    text: 'The address that people use, for links, cookies and the check of origins.',
  },
  {
    key: 'databaseUrl',
    flag: 'database-url',
    env: 'DATABASE_URL',
    value: 'URL',
    fallback: 'the carried server',
    text: 'A PostgreSQL 15 or newer, or a distributed engine that speaks its language, instead of the carried server; any number of replicas may then run.',
  },
  {
    key: 'readDatabaseUrl',
    flag: 'read-database-url',
    env: 'READ_DATABASE_URL',
    value: 'URL',
    fallback: 'the same database',
    text: 'A replica of that database for queries that only read.',
  },
  {
    key: 'poolSize',
    flag: 'pool-size',
    env: 'HIGHWATER_POOL_SIZE',
    value: 'NUMBER',
    fallback: '10',
    text: 'Most database connections that this process holds, 2 to 200.',
  },
  {
    key: 'statementTimeoutMs',
    flag: 'statement-timeout',
    env: 'HIGHWATER_STATEMENT_TIMEOUT',
    value: 'SECONDS',
    fallback: '15',
    text: 'Time after which the database ends a statement, 1 to 600.',
  },
  {
    key: 'pgBin',
    flag: 'pg-bin',
    env: 'HIGHWATER_PG_BIN',
    value: 'DIR',
    fallback: 'the carried programs',
    text: "Directory with PostgreSQL's `postgres` and `initdb`, to own another PostgreSQL than the carried one.",
  },
  {
    key: 'secret',
    flag: null,
    env: 'HIGHWATER_SECRET',
    value: 'TEXT',
    fallback: 'a key made in the data directory',
    text: 'Key for sign-in and stored secrets, at least 32 characters; the same for every replica.',
  },
  {
    key: 'demo',
    flag: 'demo',
    env: 'HIGHWATER_DEMO',
    value: null,
    fallback: 'no',
    text: 'Fill an empty database with the demonstration organisation and print its logins.',
  },
  {
    key: 'logLevel',
    flag: 'log-level',
    env: 'HIGHWATER_LOG_LEVEL',
    value: 'LEVEL',
    fallback: 'info',
    text: `One of ${LOG_LEVELS.join(', ')}.`,
  },
  {
    key: 'logFormat',
    flag: 'log-format',
    env: 'HIGHWATER_LOG_FORMAT',
    value: 'FORMAT',
    fallback: 'text',
    text: 'Log lines as `text` for people or `json` for programs; both on standard error.',
  },
  {
    key: 'url',
    flag: 'url',
    env: 'HIGHWATER_URL',
    value: 'URL',
    fallback: 'none',
    text: 'The running server that a command talks to.',
  },
  {
    key: 'token',
    flag: null,
    env: 'HIGHWATER_TOKEN',
    value: 'TEXT',
    fallback: 'none',
    text: 'The API token that a command signs in with.',
  },
]

/** What was read: the settings and the arguments that are none, or every mistake, each naming its setting. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config; readonly rest: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Where settings come from; a flag outdoes the environment, and an empty value counts as not given. */
export interface ConfigSource {
  readonly argv: readonly string[]
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Relative paths start here. */
  readonly cwd?: string
}

/** Reads and checks every setting. Arguments that are no setting come back in `rest`, in their order. */
export function readConfig(source: ConfigSource): ConfigResult {
  const env = source.env ?? process.env
  const { flags, rest, problems } = takeFlags(source.argv)
  const reader = new SettingReader(flags, env, problems)
  const config = checked(reader, source.cwd ?? process.cwd(), env['PATH'] ?? '')
  return problems.length === 0 ? { ok: true, config, rest } : { ok: false, problems }
}

function checked(read: SettingReader, cwd: string, searchPath: string): Config {
  const pgBin = read.text('pgBin')
  return {
    dataDir: resolve(cwd, read.text('dataDir') ?? 'data'),
    host: read.text('host') ?? '127.0.0.1',
    port: read.integer('port', 0, 65_535, 8080),
    baseUrl: read.webUrl('baseUrl'),
    databaseUrl: read.databaseUrl('databaseUrl'),
    readDatabaseUrl: read.databaseUrl('readDatabaseUrl'),
    poolSize: read.integer('poolSize', 2, 200, 10),
    statementTimeoutMs: read.integer('statementTimeoutMs', 1, 600, 15) * 1000,
    pgBin: pgBin === null ? null : resolve(cwd, pgBin),
    secret: read.long('secret', 32),
    demo: read.yes('demo'),
    logLevel: read.oneOf('logLevel', LOG_LEVELS, 'info'),
    logFormat: read.oneOf('logFormat', ['text', 'json'] as const, 'text'),
    url: read.webUrl('url'),
    token: read.text('token'),
    searchPath,
  }
}

type Key = Setting['key']

function settingOf(key: Key): Setting {
  const setting = SETTINGS.find((one) => one.key === key)
  if (!setting) throw new Error(`No setting ${key}`)
  return setting
}

/** Separates the flags that are settings from every other argument. */
function takeFlags(argv: readonly string[]): { flags: Map<Key, string>; rest: string[]; problems: string[] } {
  const flags = new Map<Key, string>()
  const rest: string[] = []
  const problems: string[] = []
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? ''
    if (argument === '--') return { flags, rest: [...rest, ...argv.slice(index)], problems }
    const [name, inline] = splitOnce(argument)
    const setting = SETTINGS.find((one) => one.flag !== null && `--${one.flag}` === name)
    if (!setting) {
      rest.push(argument)
    } else if (inline !== undefined) {
      flags.set(setting.key, inline)
    } else if (setting.value === null) {
      flags.set(setting.key, 'yes')
    } else {
      const next = argv[index + 1]
      index += 1
      if (next === undefined || next.startsWith('--'))
        problems.push(`${name} needs a value: ${name} ${setting.value}.`)
      else flags.set(setting.key, next)
    }
  }
  return { flags, rest, problems }
}

function splitOnce(argument: string): [string, string?] {
  const at = argument.indexOf('=')
  return at === -1 ? [argument] : [argument.slice(0, at), argument.slice(at + 1)]
}

/** Reads one setting after the other, and gathers what is wrong under the name by which each was given. */
class SettingReader {
  readonly #flags: ReadonlyMap<Key, string>
  readonly #env: Readonly<Record<string, string | undefined>>
  readonly #problems: string[]

  constructor(
    flags: ReadonlyMap<Key, string>,
    env: Readonly<Record<string, string | undefined>>,
    problems: string[],
  ) {
    this.#flags = flags
    this.#env = env
    this.#problems = problems
  }

  text(key: Key): string | null {
    const value = this.#flags.get(key) ?? this.#env[settingOf(key).env] ?? ''
    return value === '' ? null : value
  }

  integer(key: Key, least: number, most: number, fallback: number): number {
    const text = this.text(key)
    if (text === null) return fallback
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least && number <= most) return number
    return this.#wrong(key, `must be a whole number from ${least} to ${most}, not "${text}"`, fallback)
  }

  webUrl(key: Key): string | null {
    const text = this.text(key)
    if (text === null) return null
    if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text.replace(/\/+$/, '')
    return this.#wrong(key, `must be an address such as https://…, not "${text}"`, null)
  }

  /** PostgreSQL's addresses may name a socket's directory instead of a host, which the web's addresses cannot. */
  databaseUrl(key: Key): string | null {
    const text = this.text(key)
    if (text === null || /^postgres(?:ql)?:\/\/\S+$/.test(text)) return text
    // It may hold a password, so it is not shown.
    return this.#wrong(key, 'must be an address such as postgres://user:password@host/database', null)
  }

  long(key: Key, least: number): string | null {
    const text = this.text(key)
    if (text === null || text.length >= least) return text
    return this.#wrong(key, `must have at least ${least} characters, not ${text.length}`, null)
  }

  yes(key: Key): boolean {
    const text = this.text(key)?.toLowerCase() ?? 'no'
    if (['yes', 'true', '1', 'on'].includes(text)) return true
    if (['no', 'false', '0', 'off'].includes(text)) return false
    return this.#wrong(key, `must be yes or no, not "${text}"`, false)
  }

  oneOf<Word extends string>(key: Key, words: readonly Word[], fallback: Word): Word {
    const text = this.text(key)
    if (text === null) return fallback
    const word = words.find((one) => one === text)
    return word ?? this.#wrong(key, `must be one of ${words.join(', ')}, not "${text}"`, fallback)
  }

  #wrong<Value>(key: Key, what: string, fallback: Value): Value {
    const { flag, env } = settingOf(key)
    this.#problems.push(`${flag !== null && this.#flags.has(key) ? `--${flag}` : env} ${what}.`)
    return fallback
  }
}

/** The settings as lines of `--help`. */
export function settingsHelp(): string {
  const names = SETTINGS.map(
    ({ flag, value, env }) => `  ${flag === null ? env : `--${flag}${value === null ? '' : ` ${value}`}`}`,
  )
  const width = Math.max(...names.map((name) => name.length)) + 2
  return SETTINGS.map((setting, index) => {
    const source = setting.flag === null ? '' : ` [${setting.env}]`
    return `${(names[index] ?? '').padEnd(width)}${setting.text}${source} Default: ${setting.fallback}.`
  }).join('\n')
}

/** The settings as the page `docs/guide/settings.md`. */
export function settingsPage(): string {
  const rows = SETTINGS.map(({ flag, env, value, fallback, text }) => {
    const written = flag === null ? '–' : `\`--${flag}${value === null ? '' : ` ${value}`}\``
    return `| ${written} | \`${env}\` | ${fallback} | ${text} |`
  })
  return `# Settings

Each setting is given as a flag or in the environment; the flag wins, and an empty value counts as not given. All are checked at start:
a wrong one stops the program with a message that names it. Secrets have no flag, since every user of a machine can see arguments.

| flag | environment | default | what it does |
|---|---|---|---|
${rows.join('\n')}

\`npm start -- --port 9000\` passes flags on; \`bin/highwater serve --port 9000\` is the same without npm.
`
}
