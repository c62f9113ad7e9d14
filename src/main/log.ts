/** Writes the log: one line a message on standard error, for people or for programs. */
import { LOG_LEVELS, type LogLevel } from '../config.ts'

/** Named values beside a message. */
type LogFields = Readonly<Record<string, unknown>>

/** One method a level; a message is one sentence. */
export type Log = Readonly<Record<LogLevel, (message: string, fields?: LogFields) => void>>

/** Makes a log that keeps messages up to a level. `write` takes a line with its end; `now` is for tests. */
export function createLog(
  level: LogLevel,
  format: 'text' | 'json',
  write: (line: string) => void = (line) => void process.stderr.write(line),
  now: () => Date = () => new Date(),
): Log {
  const most = LOG_LEVELS.indexOf(level)
  const line = format === 'json' ? jsonLine : textLine
  const at =
    (one: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (LOG_LEVELS.indexOf(one) <= most) write(`${line(now(), one, message, fields)}\n`)
    }
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') }
}

function jsonLine(at: Date, level: LogLevel, message: string, fields: LogFields): string {
  return JSON.stringify({ at: at.toISOString(), level, message, ...plain(fields) })
}

function textLine(at: Date, level: LogLevel, message: string, fields: LogFields): string {
  const values = Object.entries(plain(fields))
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
  const mark = level === 'info' ? '' : `${level}: `
  return `${at.toISOString().slice(11, 19)} ${mark}${message}${values.join('')}`
}

/** Errors have no fields that JSON would see. */
function plain(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value,
    ]),
  )
}
