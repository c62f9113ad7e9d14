/** Marks of a time axis: round clock times and days in a zone, about as many as the room allows. */

export interface TimeTick {
  /** Epoch milliseconds. */
  readonly at: number
  readonly label: string
}

const MINUTE = 60_000
const DAY = 1_440 * MINUTE
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080, 20_160, 43_200, 86_400].map(
  (minutes) => minutes * MINUTE,
)

/** At most `most` marks from `from` to `to`, both epoch milliseconds; `zone` is IANA, the reader's own when left out. */
export function timeTicks(from: number, to: number, most: number, zone?: string): TimeTick[] {
  const step = STEPS.find((one) => (to - from) / one <= most) ?? Math.ceil((to - from) / most / DAY) * DAY
  const clock = wallClock(zone)
  const ahead = clock.ahead(from)
  const words = labelOf(step, zone)
  const marks: TimeTick[] = []
  for (let wall = Math.ceil((from + ahead) / step) * step; wall - ahead <= to + DAY; wall += step) {
    // Twice, since a clock change may lie between.
    const at = wall - clock.ahead(wall - clock.ahead(wall - ahead))
    if (at > to) break
    if (at >= from) marks.push({ at, label: words(at) })
  }
  return marks
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60]

/** Beginnings of months in a zone, at most `most` of them, evenly apart: `Nov ’25`. */
export function monthTicks(from: number, to: number, most: number, zone: string): TimeTick[] {
  const clock = wallClock(zone)
  const label = new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit', timeZone: zone })
  const firstWall = new Date(from + clock.ahead(from))
  const months = (to - from) / (30.44 * DAY)
  const step = MONTH_STEPS.find((one) => months / one <= most) ?? 120
  const ticks: TimeTick[] = []
  const start = firstWall.getUTCFullYear() * 12 + firstWall.getUTCMonth()
  for (let month = Math.ceil(start / step) * step; ; month += step) {
    const wall = Date.UTC(Math.floor(month / 12), month % 12, 1)
    const at = wall - clock.ahead(wall - clock.ahead(wall))
    if (at > to) return ticks
    if (at >= from) ticks.push({ at, label: label.format(at).replace(/ (\d\d)$/u, ' ’$1') })
  }
}

function labelOf(step: number, zone: string | undefined): (at: number) => string {
  const inZone = zone === undefined ? {} : { timeZone: zone }
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...inZone,
  })
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...inZone })
  if (step >= DAY) return (at) => day.format(at)
  return (at) => {
    const time = clock.format(at)
    return time === '00:00' ? day.format(at) : time
  }
}

/** How far clocks in a zone are ahead of UTC, in milliseconds, at an epoch time. */
function wallClock(zone: string | undefined): { ahead: (at: number) => number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
    ...(zone === undefined ? {} : { timeZone: zone }),
  })
  return {
    ahead: (at) => {
      const read = Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, Number(part.value)]))
      const wall = Date.UTC(
        read['year'] ?? 0,
        (read['month'] ?? 1) - 1,
        read['day'] ?? 1,
        read['hour'] ?? 0,
        read['minute'] ?? 0,
        read['second'] ?? 0,
      )
      return wall - Math.floor(at / 1_000) * 1_000
    },
  }
}
