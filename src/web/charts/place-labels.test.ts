import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PlacedLabel, type Wanted, placeLabels, spreadColumn } from './place-labels.ts'

const ROOM = { left: 0, right: 1_000, top: 0, bottom: 200, step: 20 }

const label = (id: string, x: number, more: Partial<Wanted> = {}): Wanted => ({
  id,
  x,
  width: 100,
  height: 15,
  weight: 1,
  gap: 0,
  ...more,
})

const leftOf = (place: PlacedLabel, width: number): number =>
  place.anchor === 'start' ? place.x : place.anchor === 'end' ? place.x - width : place.x - width / 2

describe('labels of a drawing', () => {
  it('stand centred over their mark where there is room', () => {
    expect(placeLabels([label('a', 500)], ROOM).get('a')).toMatchObject({ x: 500, top: 0, anchor: 'middle' })
  })

  it('stand to one side at the edge of the drawing', () => {
    expect(placeLabels([label('a', 10)], ROOM).get('a')?.anchor).toBe('start')
    expect(placeLabels([label('a', 990)], ROOM).get('a')?.anchor).toBe('end')
  })

  it('give way to the weightier one, and are left out rather than crowded', () => {
    const placed = placeLabels([label('light', 500), label('heavy', 600, { weight: 5 })], ROOM)
    expect(placed.get('heavy')).toMatchObject({ top: 0, anchor: 'middle' })
    expect(placed.get('light')).toMatchObject({ top: 0, anchor: 'end' })
    const crowded = placeLabels([label('light', 520), label('heavy', 520, { weight: 5 })], ROOM)
    expect([...crowded.keys()]).toEqual(['heavy'])
  })

  it('never lie over each other, over another’s line, or outside the room', () => {
    const some = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 1_000 }),
        width: fc.integer({ min: 10, max: 220 }),
        height: fc.integer({ min: 12, max: 60 }),
        weight: fc.integer({ min: 0, max: 9 }),
        gap: fc.constantFrom(0, 9),
      }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(some, (drawn) => {
        const wanted = drawn.map((one, i) => ({ ...one, id: String(i) }))
        const placed = placeLabels(wanted, ROOM)
        const boxes = wanted.flatMap((one) => {
          const place = placed.get(one.id)
          if (place === undefined) return []
          const left = leftOf(place, one.width)
          return [{ x: one.x, left, right: left + one.width, top: place.top, bottom: place.bottom }]
        })
        for (const box of boxes) {
          expect(box.left).toBeGreaterThanOrEqual(ROOM.left)
          expect(box.right).toBeLessThanOrEqual(ROOM.right)
          expect(box.bottom).toBeLessThanOrEqual(ROOM.bottom)
        }
        for (const [i, a] of boxes.entries()) {
          for (const b of boxes.slice(i + 1)) {
            const over = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
            const lineOver = b.x > a.left && b.x < a.right && a.top < b.top
            const overLine = a.x > b.left && a.x < b.right && b.top < a.top
            expect(over || lineOver || overLine).toBe(false)
          }
        }
      }),
    )
  })
})

describe('a column of labels', () => {
  it('leaves labels where they are when they have room', () => {
    expect(
      spreadColumn(
        [
          { at: 10, height: 15 },
          { at: 60, height: 15 },
        ],
        0,
        100,
      ),
    ).toEqual([10, 60])
  })

  it('moves labels apart, in order, and keeps them inside when they fit', () => {
    const some = fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 300 }), height: fc.integer({ min: 5, max: 20 }) }),
      {
        maxLength: 15,
      },
    )
    fc.assert(
      fc.property(some, (drawn) => {
        const labels = drawn.sort((a, b) => a.at - b.at)
        const places = spreadColumn(labels, 0, 300)
        for (const [i, place] of places.entries()) {
          const before = i === 0 ? 0 : (places[i - 1] ?? 0) + (labels[i - 1]?.height ?? 0)
          expect(place).toBeGreaterThanOrEqual(before)
        }
        const end = (places.at(-1) ?? 0) + (labels.at(-1)?.height ?? 0)
        expect(end).toBeLessThanOrEqual(300)
      }),
    )
  })
})
