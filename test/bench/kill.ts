/** `tsx test/bench/kill.ts [ROUNDS]`: kills a built server under writes through the API, 100 times unless told, and prints what it cost. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killRounds } from '../faults/api-kills.ts'

const rounds = Number(process.argv[2] ?? 100)
const folder = mkdtempSync(join(tmpdir(), 'highwater-kills-'))
try {
  const { acknowledged, lost, starts } = await killRounds('dist/src/main.js', join(folder, 'data'), rounds)
  const sorted = starts.toSorted((a, b) => a - b)
  const at = (share: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  console.log(`kill -9 under writes: ${rounds} rounds, ${acknowledged} acknowledged, ${lost.length} lost`)
  console.log(`start after a kill: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`)
  if (lost.length > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
