/** Places labels so that no two lie over each other, nor over the line that ties another to its mark. */

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A label that wants to stand at `x`, its size known. */
export interface Wanted {
  readonly id: string
  readonly x: number
  readonly width: number
  readonly height: number
  /** Tried first, and so nearest to its mark, where it is higher. */
  readonly weight: number
  /** Distance from its own line; 0 for labels without one, which stand centred when they can. */
  readonly gap: number
  /** The one side on which it may stand; either when left out. */
  readonly side?: 'start' | 'end'
}

export interface PlacedLabel {
  readonly id: string
  /** Where its text begins, ends or has its middle, by `anchor`. */
  readonly x: number
  readonly top: number
  readonly bottom: number
  readonly anchor: 'start' | 'end' | 'middle'
}

/** Where labels may stand; rows begin at `top` and follow each other by `step`. */
export interface Room extends Box {
  readonly step: number
}

/** Half the width that a tying line keeps free. */
const LINE = 3
/** Room kept free around a label, so that two do not read as one. */
const AIR = 8

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/**
 * Places labels greedily, weightiest first, each in the row nearest to the room's top where it and its tying line are
 * free. What finds no place is left out. Quadratic in the number of labels: meant for tens of them.
 */
export function placeLabels(
  wanted: readonly Wanted[],
  room: Room,
  taken: readonly Box[] = [],
): Map<string, PlacedLabel> {
  const boxes = [...taken]
  const placed = new Map<string, PlacedLabel>()
  for (const label of [...wanted].sort((a, b) => b.weight - a.weight || a.x - b.x)) {
    const place = findPlace(label, room, boxes)
    if (place === null) continue
    placed.set(label.id, place.label)
    boxes.push(place.box, place.line)
  }
  return placed
}

function findPlace(label: Wanted, room: Room, boxes: readonly Box[]) {
  for (let top = room.top; top + label.height <= room.bottom; top += room.step) {
    for (const anchor of anchorsOf(label)) {
      const box = boxOf(label, anchor, top)
      const line = { left: label.x - LINE, right: label.x + LINE, top: room.top, bottom: top }
      if (box.left < room.left || box.right > room.right) continue
      const apart = { ...box, left: box.left - AIR, right: box.right + AIR }
      if (boxes.some((other) => overlaps(other, apart) || overlaps(other, line))) continue
      const x =
        anchor === 'start' ? label.x + label.gap : anchor === 'end' ? label.x - label.gap : middleOf(box)
      return { label: { id: label.id, x, top, bottom: top + label.height, anchor }, box, line }
    }
  }
  return null
}

function anchorsOf({ side, gap }: Wanted): readonly PlacedLabel['anchor'][] {
  if (side !== undefined) return [side]
  return gap === 0 ? ['middle', 'start', 'end'] : ['start', 'end']
}

const middleOf = (box: Box): number => (box.left + box.right) / 2

function boxOf(label: Wanted, anchor: PlacedLabel['anchor'], top: number): Box {
  const left =
    anchor === 'start'
      ? label.x + label.gap
      : anchor === 'end'
        ? label.x - label.gap - label.width
        : label.x - label.width / 2
  return { left, right: left + label.width, top, bottom: top + label.height }
}

/** A label of a column: where it would stand, and how much room it needs below. */
export interface InColumn {
  readonly at: number
  readonly height: number
}

/**
 * Spreads labels of a column so that none lies over the next, moving them as little as a pass down and a pass up allow;
 * in order of `at`. The last may end below `bottom` when there are more than fit.
 */
export function spreadColumn(labels: readonly InColumn[], top: number, bottom: number): number[] {
  const places: number[] = []
  let free = top
  for (const label of labels) {
    const place = Math.max(label.at, free)
    places.push(place)
    free = place + label.height
  }
  let ceiling = Math.max(bottom, top + labels.reduce((sum, label) => sum + label.height, 0))
  for (let i = labels.length - 1; i >= 0; i -= 1) {
    const height = labels[i]?.height ?? 0
    places[i] = Math.min(places[i] ?? 0, ceiling - height)
    ceiling = places[i] ?? 0
  }
  return places
}
