/** The durations a document states, in fields or in a sentence, and what its own times say to them. */
import type { Warning } from '../draft.ts'
import type { Instant } from '../../domain/instant.ts'
import { findDuration } from '../time/duration.ts'
import { checkDuration, type StatedDuration } from './duration-check.ts'
import { fieldsNamed, valueOf, type StatedField } from './stated-field.ts'
import { toldDuration } from './story-sentences.ts'

/** The overall duration before the times to repair and to resolve. */
export function statedDuration(
  fields: readonly StatedField[],
  sentences: readonly string[],
): StatedDuration | null {
  const durations = fieldsNamed(fields, 'duration').flatMap((field) => {
    const value = valueOf(field)
    const duration = findDuration(value)
    return duration === null
      ? []
      : [{ field, duration, asWritten: value.slice(duration.start, duration.end) }]
  })
  const overall = durations.find(({ field }) => !/repair|resol|recover|restore|ttr/i.test(field.key))
  const chosen =
    overall ?? durations.find(({ field }) => /resol|recover|restore/i.test(field.key)) ?? durations[0]
  if (chosen !== undefined)
    return { duration: chosen.duration, asWritten: chosen.asWritten, line: chosen.field.line }
  const told = toldDuration(sentences)
  return told === null
    ? null
    : { duration: told, asWritten: `${Math.round(told.minutes)} minutes`, line: null }
}

/** Checks each stated duration against the document's own times; `sure` when the end is named as such. */
export function durationWarnings(
  fields: readonly StatedField[],
  moments: {
    startedAt: Instant | null
    detectedAt: Instant | null
    mitigatedAt: Instant | null
    recoveredAt: Instant | null
  },
  stated: StatedDuration | null,
  sure: boolean,
): Warning[] {
  const warnings: Warning[] = []
  const begin = moments.startedAt ?? moments.detectedAt
  for (const field of fieldsNamed(fields, 'duration')) {
    const value = valueOf(field)
    const duration = findDuration(value)
    if (duration === null) continue
    const repair = /repair|mitigat/i.test(field.key)
    const end = repair ? moments.mitigatedAt : moments.recoveredAt
    const written = { duration, asWritten: value.slice(duration.start, duration.end), line: field.line }
    const warning = checkDuration(written, begin, end, sure)
    if (warning !== null) warnings.push(warning)
  }
  if (stated !== null && stated.line === null) {
    const warning = checkDuration(stated, moments.startedAt, moments.recoveredAt, false)
    if (warning !== null) warnings.push(warning)
  }
  return warnings
}

/** 0 to 1: fields are surer than sentences; silence is taken as such. */
export function durationConfidence(stated: StatedDuration | null): number {
  if (stated === null) return 0.8
  return stated.line === null ? 0.7 : 0.93
}
