/** The inside of an archive: a marked, compressed run of frames, each a letter, a length and its bytes. */
import { Transform, type TransformCallback } from 'node:stream'
import { ArchiveError } from './archive-error.ts'

/** Starts every archive, before compression begins. */
export const MARK = Buffer.from('HIGHWATER ARCHIVE 1\n')

/** `T` begins a table (JSON), `D` is part of its rows, `M` is the manifest (JSON) and the last. */
export type FrameKind = 'T' | 'D' | 'M'

export interface Frame {
  readonly kind: FrameKind
  readonly body: Buffer
}

const HEAD = 5
/** Longer frames are not written, so that reading one never needs more memory than this. */
const LONGEST = 4 * 1024 * 1024

/** A frame as bytes. */
export function encodeFrame(kind: FrameKind, body: Buffer): Buffer {
  const head = Buffer.alloc(HEAD)
  head.write(kind, 0, 'latin1')
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

/** Cuts a stream of bytes into frames; rejects what is none. */
export class FrameReader extends Transform {
  #rest: Buffer = Buffer.alloc(0)

  constructor() {
    super({ readableObjectMode: true })
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    let at = 0
    while (this.#rest.length - at >= HEAD) {
      const kind = this.#rest.toString('latin1', at, at + 1)
      const length = this.#rest.readUInt32BE(at + 1)
      if (!isKind(kind) || length > LONGEST)
        return done(new ArchiveError('damaged', 'A part of it has no meaning.'))
      if (this.#rest.length - at - HEAD < length) break
      this.push({ kind, body: this.#rest.subarray(at + HEAD, at + HEAD + length) } satisfies Frame)
      at += HEAD + length
    }
    this.#rest = this.#rest.subarray(at)
    done()
  }

  override _flush(done: TransformCallback): void {
    done(this.#rest.length === 0 ? null : new ArchiveError('damaged', 'It ends in the middle of a part.'))
  }
}

function isKind(text: string): text is FrameKind {
  return text === 'T' || text === 'D' || text === 'M'
}
