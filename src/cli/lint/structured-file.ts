/** Reads a YAML or JSON file that steers `lint`, against its schema; what is wrong with it names the file. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { WrongUse } from '../command.ts'

/** Throws `WrongUse` for a file that cannot be read or is not what `what` has to be; null only where it may be missing. */
export async function readStructured<T>(file: string, what: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new WrongUse(`The ${what} ${file} cannot be read: ${messageOf(error)}`, { cause: error })
  })
  return parsed(text, file, what, schema)
}

/** As `readStructured`; null where there is no such file. */
export async function readStructuredIfAny<T>(
  file: string,
  what: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  try {
    return parsed(await readFile(file, 'utf8'), file, what, schema)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    if (error instanceof WrongUse) throw error
    throw new WrongUse(`The ${what} ${file} cannot be read: ${messageOf(error)}`, { cause: error })
  }
}

function parsed<T>(text: string, file: string, what: string, schema: z.ZodType<T>): T {
  const read = schema.safeParse(valueOf(text, file, what))
  if (!read.success) throw new WrongUse(`The ${what} ${file}: ${z.prettifyError(read.error)}`)
  return read.data
}

/** An empty file is an empty list of settings. */
function valueOf(text: string, file: string, what: string): unknown {
  try {
    return parse(text) ?? {}
  } catch (error) {
    throw new WrongUse(`The ${what} ${file} is no YAML or JSON: ${messageOf(error)}`, { cause: error })
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
