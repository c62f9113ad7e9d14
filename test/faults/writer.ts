/** Writes people into a data directory as fast as it can and says each one only after the database acknowledged it. */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { readConfig } from '../../src/config.ts'
import { openInstallation } from '../../src/main/installation.ts'
import { createLog } from '../../src/main/log.ts'

const read = readConfig({ argv: process.argv.slice(2) })
if (!read.ok) throw new Error(read.problems.join('\n'))
const installation = await openInstallation({
  config: read.config,
  log: createLog('warn', 'text'),
  note: 'writing',
})
const { pool } = installation.database
writeSync(1, 'ready\n')

async function writeOn(): Promise<never> {
  for (;;) {
    const id = randomUUID()
    await pool.query('insert into people (id, name) values ($1, $2)', [id, 'Written'])
    writeSync(1, `ack ${id}\n`)
  }
}

await Promise.all([writeOn(), writeOn(), writeOn(), writeOn()])
