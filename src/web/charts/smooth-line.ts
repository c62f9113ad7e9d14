/** A smooth line through points in order that never rises above nor falls below the points beside it. */

export type Point = readonly [along: number, across: number]

/**
 * SVG path commands of a monotone cubic through points, the first coordinate never falling (M. Steffen, "A simple method
 * for monotonic interpolation in one dimension", Astronomy & Astrophysics 239, 1990). `down` swaps the coordinates.
 */
export function smoothLine(points: readonly Point[], down = false): string {
  const write = ([along, across]: Point) =>
    down ? `${round(across)} ${round(along)}` : `${round(along)} ${round(across)}`
  const slopes = points.map((_, i) => slopeAt(points, i))
  return points
    .map((point, i) => {
      const before = points[i - 1]
      if (before === undefined) return `M${write(point)}`
      const third = (point[0] - before[0]) / 3
      const leave: Point = [before[0] + third, before[1] + third * (slopes[i - 1] ?? 0)]
      const arrive: Point = [point[0] - third, point[1] - third * (slopes[i] ?? 0)]
      return `C${write(leave)} ${write(arrive)} ${write(point)}`
    })
    .join('')
}

const round = (value: number): number => Math.round(value * 10) / 10

const steepness = (a: Point, b: Point): number => (b[0] === a[0] ? 0 : (b[1] - a[1]) / (b[0] - a[0]))

function slopeAt(points: readonly Point[], i: number): number {
  const [before, here, after] = [points[i - 1], points[i], points[i + 1]]
  if (here === undefined || before === undefined || after === undefined) return 0
  const [left, right] = [steepness(before, here), steepness(here, after)]
  const [near, far] = [here[0] - before[0], after[0] - here[0]]
  const mean = near + far === 0 ? 0 : (left * far + right * near) / (near + far)
  return (
    (Math.sign(left) + Math.sign(right)) * Math.min(Math.abs(left), Math.abs(right), 0.5 * Math.abs(mean))
  )
}
