/** Writes `openapi.json` from the contract; with `--check`, says whether the committed one still fits. */
import { readFileSync, writeFileSync } from 'node:fs'
import { openapi } from '../src/contract/openapi.ts'

const FILE = new URL('../openapi.json', import.meta.url)
const made = `${JSON.stringify(openapi(), null, 2)}\n`

if (!process.argv.includes('--check')) writeFileSync(FILE, made)
else if (readFileSync(FILE, 'utf8') !== made) {
  process.stderr.write('openapi.json differs from src/contract. Run `npm run fix` and commit it.\n')
  process.exitCode = 1
}
