/** The settings the carried server runs with, given on its command line so that no file has to be edited. */
import { statfsSync } from 'node:fs'
import { totalmem } from 'node:os'
import { SOCKET_PORT } from './layout.ts'

const MIB = 1024 * 1024

/** What a caller may change: a name of PostgreSQL's configuration and its value. */
export type ServerSettings = Readonly<Record<string, string>>

/**
 * The settings by name. What makes an acknowledged write safe (fsync, full pages, synchronous commit) is left at
 * PostgreSQL's own "on"; nothing listens on a network.
 */
export function serverSettings(socketDir: string, overrides: ServerSettings = {}): ServerSettings {
  return {
    listen_addresses: '',
    port: String(SOCKET_PORT),
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    shared_buffers: `${sharedBuffers(memory())}MB`,
    max_connections: '50',
    max_wal_size: '512MB',
    jit: 'off',
    log_min_messages: 'warning',
    log_min_duration_statement: '500',
    log_line_prefix: '',
    log_timezone: 'UTC',
    timezone: 'UTC',
    lc_messages: 'C',
    idle_in_transaction_session_timeout: '60s',
    dynamic_shared_memory_type: sharedMemoryIsSmall() ? 'mmap' : 'posix',
    ...overrides,
  }
}

/** Settings as command line words. */
export function settingWords(settings: ServerSettings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** An eighth of the memory, between 128 MB and 1 GB; the system's own file cache holds the rest. */
export function sharedBuffers(bytes: number): number {
  return Math.min(1024, Math.max(128, Math.floor(bytes / 8 / MIB)))
}

function memory(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}

/** Containers often give 64 MB of shared memory, too little for a parallel query. */
function sharedMemoryIsSmall(): boolean {
  if (process.platform !== 'linux') return false
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks < 256 * MIB
  } catch {
    // No /dev/shm at all: files in the data directory serve instead.
    return true
  }
}
