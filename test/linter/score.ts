/** `npm run bench:linter`: precision and recall on the evaluation set, findings on real reports, speed and size, peers. */
import { reportOnCorpus } from './scoring/corpus.ts'
import { reportOnPeers } from './scoring/peers.ts'
import { tallyReports } from './scoring/reports.ts'
import { PARTS, readSentences, type Part } from './scoring/sentences.ts'
import { reportOnSpeed } from './scoring/speed.ts'
import { shareWords, tallyOf, type Tally } from './scoring/tally.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Mistakes of the tuned part are shown on demand; those of the held part never are, or it would be tuned on. */
const SHOWS_MISTAKES = process.argv.includes('--mistakes')

function sayTallies(tallies: readonly Tally[]): void {
  say('category          n    precision (95 %)      recall (95 %)')
  for (const { category, hits, falseAlarms, misses } of tallies) {
    const precision = shareWords(hits, hits + falseAlarms)
    const recall = shareWords(hits, hits + misses)
    say(`${category.padEnd(17)}${String(hits + misses).padStart(3)}  ${precision.padEnd(22)}${recall}`)
  }
}

function reportOn(part: Part): void {
  const sentences = readSentences(part)
  const { tallies, mistakes } = tallyOf(sentences)
  const negatives = sentences.filter((one) => one.expected === null).length
  say(`\n${part}: ${sentences.length} sentences, ${negatives} of them to be left alone`)
  sayTallies(tallies)
  const whole = tallyReports(part)
  say(`\n${part}: ${whole.reports} whole reports`)
  sayTallies(whole.tallies)
  if (!SHOWS_MISTAKES || part === 'held') return
  for (const { sentence, found } of mistakes) {
    say(`  ${sentence.expected ?? '-'} → ${found.join(', ') || '-'}: ${sentence.text}`)
  }
}

for (const part of PARTS) reportOn(part)
reportOnCorpus(say)
if (!process.argv.includes('--no-speed')) {
  const broken = await reportOnSpeed(say)
  await reportOnPeers(say)
  if (broken > 0) {
    say(`${broken} over budget`)
    process.exitCode = 1
  }
}
