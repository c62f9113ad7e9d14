import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAt } from '../time/calendar.ts'
import { offsetAt } from '../time/zone-offset.ts'
import { timelineOf } from './timeline-fixture.ts'

const MINUTE = 60_000
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

interface Wall {
  readonly day: string
  readonly clock: string
}

type Notation = (wall: Wall) => { readonly day: string; readonly clock: string }

function two(number: number): string {
  return String(number).padStart(2, '0')
}

const NOTATIONS: Readonly<Record<string, Notation>> = {
  iso: (wall) => wall,
  point: ({ day, clock }) => ({ day, clock: clock.replace(':', '.') }),
  american: ({ day, clock }) => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number]
    const [hour, minute] = clock.split(':').map(Number) as [number, number]
    const half = hour < 12 ? 'AM' : 'PM'
    return {
      day: `${MONTHS[month - 1]} ${date}, ${year}`,
      clock: `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)} ${half}`,
    }
  },
  european: ({ day, clock }) => ({ day: day.split('-').reverse().join('.'), clock }),
  japanese: ({ day, clock }) => {
    const [year, month, date] = day.split('-').map(Number)
    const [hour, minute] = clock.split(':').map(Number)
    return { day: `${year}年${month}月${date}日`, clock: `${hour}時${minute}分` }
  },
}

type Shape = (walls: readonly Wall[]) => string

/** Each shape states the date where its kind of report does: once, on change, or on every line. */
const SHAPES: Readonly<Record<string, Shape>> = {
  bullets: (walls) => lines(walls, (wall, first) => `- ${first ? `${wall.day} ` : ''}${wall.clock} - text`),
  bold: (walls) => lines(walls, (wall) => `- **${wall.day} ${wall.clock}**: text`),
  brackets: (walls) => lines(walls, (wall, first) => `* [${first ? `${wall.day} ` : ''}${wall.clock}] text`),
  headings: (walls) =>
    lines(walls, (wall, first) => `### ${first ? `${wall.day} ` : ''}${wall.clock}\n\ntext\n`),
  rows: (walls) =>
    `| Time | Event |\n|---|---|\n${lines(walls, (wall) => `| ${wall.day} ${wall.clock} | text |`)}`,
  days: (walls) =>
    lines(
      walls,
      (wall, first, before) =>
        `${before === wall.day && !first ? '' : `\n### ${wall.day}\n\n`}- ${wall.clock} text`,
    ),
}

function lines(
  walls: readonly Wall[],
  write: (wall: Wall, first: boolean, before: string | null) => string,
): string {
  return walls.map((wall, index) => write(wall, index === 0, walls[index - 1]?.day ?? null)).join('\n')
}

function wallOf(epoch: number, zone: string): Wall {
  const wall = epoch + offsetAt(zone, epoch)
  const minute = Math.floor(wall / MINUTE) % 1440
  return {
    day: dayAt(Math.floor(wall / MINUTE / 1440)),
    clock: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
  }
}

const aStart = fc
  .integer({ min: Date.UTC(2015, 0, 2) / MINUTE, max: Date.UTC(2029, 0, 1) / MINUTE })
  .map((minutes) => minutes * MINUTE)
const someGaps = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 2, maxLength: 12 })

describe('a timeline written in any shape and notation', () => {
  it('is read back to the minute, over midnights', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(SHAPES)),
        fc.constantFrom(...Object.keys(NOTATIONS)),
        fc.constantFrom('UTC', '+09:00', '-08:00'),
        aStart,
        someGaps,
        (shape, notation, zone, start, gaps) => {
          const times = [start]
          for (const gap of gaps) times.push((times.at(-1) as number) + gap * MINUTE)
          const walls = times.map((time) => (NOTATIONS[notation] as Notation)(wallOf(time, zone)))
          const name = zone === 'UTC' ? 'UTC' : zone === '+09:00' ? 'JST' : 'PST'
          const text = `# Report\n\n## Timeline (${name})\n\n${(SHAPES[shape] as Shape)(walls)}\n`
          const read = timelineOf(text).events.map((event) => event.at)
          expect([text, read]).toEqual([
            text,
            times.map((time) => new Date(time).toISOString().replace('.000Z', 'Z')),
          ])
        },
      ),
      { numRuns: 500 },
    )
  })
})
