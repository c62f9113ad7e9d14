import { expect, test } from 'vitest'
import { createLog } from './log.ts'

const noon = (): Date => new Date('2026-01-01T12:00:00Z')

test('text lines are for people: the time, the level when it matters, the values', () => {
  const lines: string[] = []
  const log = createLog('info', 'text', (line) => lines.push(line), noon)
  log.info('Ready', { port: 80, nothing: null })
  log.warn('Slow', { took: 'long' })
  log.debug('Not kept')
  expect(lines).toEqual(['12:00:00 Ready port=80\n', '12:00:00 warn: Slow took=long\n'])
})

test('JSON lines keep an error with its stack', () => {
  const lines: string[] = []
  createLog('error', 'json', (line) => lines.push(line), noon).error('Broke', { error: new Error('why') })
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    at: '2026-01-01T12:00:00.000Z',
    level: 'error',
    message: 'Broke',
    error: { name: 'Error', message: 'why' },
  })
})
