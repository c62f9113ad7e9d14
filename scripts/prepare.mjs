/** Brings a checkout to where it can run: packages installed, a Node 24 among them, everything built; does nothing when nothing is stale. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const MODULES = join(ROOT, 'node_modules')
const CARRIED_NODE = join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const LOCK = join(ROOT, '.preparing')
const BUILT = join(ROOT, 'dist', '.built')
const OLDEST_NODE = [22, 12]
/** What the built program is made of. */
const SOURCES = [
  'src',
  'demo',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vite.config.ts',
  'scripts/build.mjs',
]

/** Installs and builds what is missing or stale; `build` false stops after installing. Throws a `PrepareError`. */
export async function prepare({ build = true, say = (line) => process.stderr.write(`${line}\n`) } = {}) {
  if (isReady(build)) return
  await withLock(say, async () => {
    if (!isInstalled()) await install(say)
    if (!existsSync(CARRIED_NODE)) await fetchNode(say)
    if (build && !isBuilt()) await buildAll(say)
  })
}

/** A step that did not work; `status` is what the process should end with. */
class PrepareError extends Error {
  constructor(message, status = 1) {
    super(message)
    this.name = 'PrepareError'
    this.status = status
  }
}

function isReady(build) {
  return (
    isInstalled() &&
    (existsSync(CARRIED_NODE) || !existsSync(join(ROOT, 'package-lock.json'))) &&
    (!build || isBuilt())
  )
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm notes what it installed in a file of its own, written
 * last; optional packages are for other platforms and may be missing.
 */
function isInstalled() {
  const wanted = readJson(join(ROOT, 'package-lock.json'))
  // A published package comes without a lock file: whoever installed it brought its dependencies.
  if (wanted === null) return true
  const there = readJson(join(MODULES, '.package-lock.json'))
  if (there === null) return false
  return Object.entries(wanted.packages).every(([path, { version, optional, devOptional, link }]) => {
    if (path === '' || link) return true
    const found = there.packages[path]
    return found ? found.version === version : Boolean(optional || devOptional)
  })
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error instanceof SyntaxError) return null
    throw error
  }
}

async function install(say) {
  if (isLink(MODULES)) {
    say(
      'highwater: node_modules is a link and does not match package-lock.json; going on with what is there.',
    )
    return
  }
  say('highwater: installing packages (a minute or so, once)…')
  const words = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const status = await run('npm', words)
  if (status !== 0) throw new PrepareError(`npm ci ended with ${status}; what it said stands above.`, status)
}

function isLink(path) {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

/** The package `node` fetches its program in an install script; where those are blocked, the program is fetched here. */
async function fetchNode(say) {
  const { version } = readJson(join(MODULES, 'node', 'package.json')) ?? {}
  if (version === undefined) return
  const os = process.platform === 'win32' ? 'win' : process.platform
  const prefix = os === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  const name = `${prefix}-${os}-${process.arch}`
  say(`highwater: fetching Node ${version}, since install scripts are blocked…`)
  const folder = mkdtempSync(join(tmpdir(), 'highwater-node-'))
  try {
    const status = await run('npm', [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      `${name}@${version}`,
    ])
    if (status !== 0) return fetchFailed(say, name, version, status)
    mkdirSync(dirname(CARRIED_NODE), { recursive: true })
    copyFileSync(
      join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
      CARRIED_NODE,
    )
    chmodSync(CARRIED_NODE, 0o755)
    linkNode()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function fetchFailed(say, name, version, status) {
  if (!isRecent(process.versions.node)) {
    throw new PrepareError(
      `${name}@${version} could not be fetched (npm ended with ${status}), and Node ${process.versions.node} is too old: ${OLDEST_NODE.join('.')} or newer is needed.`,
      status,
    )
  }
  say(`highwater: going on with Node ${process.versions.node}.`)
}

function linkNode() {
  const at = join(MODULES, '.bin', 'node')
  if (process.platform === 'win32' || existsSync(at)) return
  mkdirSync(dirname(at), { recursive: true })
  rmSync(at, { force: true })
  symlinkSync(join('..', 'node', 'bin', 'node'), at)
}

/** Whether dist was made of the sources that are here. */
function isBuilt() {
  if (!existsSync(join(ROOT, 'src'))) return true
  return existsSync(BUILT) && readFileSync(BUILT, 'utf8') === sourceHash()
}

/** Runs a build, then notes what dist was made of: the sources as they were before it. */
export async function noting(work) {
  const hash = sourceHash()
  await work()
  writeFileSync(BUILT, hash)
}

/** One hash over the names and contents of everything that goes into dist. */
function sourceHash() {
  const hash = createHash('sha256')
  for (const name of SOURCES) {
    for (const file of filesOf(join(ROOT, name)))
      hash
        .update(`${relative(ROOT, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
  }
  return hash.digest('hex')
}

function filesOf(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]))
}

async function buildAll(say) {
  say('highwater: building…')
  const status = await run(runtime(), [join(ROOT, 'scripts', 'build.mjs')])
  if (status !== 0) throw new PrepareError('The build did not work; what it said stands above.', status)
}

function isRecent(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
}

/** The Node that runs the program: the carried one, else this one. */
export function runtime() {
  return existsSync(CARRIED_NODE) ? CARRIED_NODE : process.execPath
}

/** The Node that runs the command line: the one first on the path (which runs this), unless it is too old. */
export function firstRuntime() {
  return isRecent(process.versions.node) ? process.execPath : runtime()
}

/** Runs a command whose output goes to standard error, since standard output belongs to results. */
function run(command, words) {
  const npm = command === 'npm'
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
      env: npm ? npmEnvironment() : process.env,
      shell: npm && process.platform === 'win32',
    })
    child.on('error', (error) => reject(new PrepareError(`${command} could not be run: ${error.message}`)))
    child.on('close', (status, signal) => resolve(status ?? (signal === null ? 1 : 130)))
  })
}

/** Without this checkout's own programs on the path: npm must not run on a Node that it is about to replace. */
function npmEnvironment() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.startsWith(MODULES))
  return { ...process.env, PATH: path.join(delimiter), NODE_ENV: 'development' }
}

const BEAT_MS = 1_000
const STALE_MS = 15_000

/** One preparation at a time; the holder touches the lock, so that one left by a killed process is seen to be stale. */
async function withLock(say, work) {
  await takeLock(say)
  const beat = setInterval(() => utimesSync(LOCK, new Date(), new Date()), BEAT_MS)
  const leave = () => rmSync(LOCK, { force: true })
  process.once('exit', leave)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('exit', leave)
    leave()
  }
}

async function takeLock(say) {
  for (let said = false; ; said = true) {
    try {
      writeFileSync(LOCK, `${process.pid}\n`, { flag: 'wx' })
      return
    } catch (error) {
      if (error.code !== 'EEXIST')
        throw new PrepareError(`${ROOT} has to be prepared and cannot be written (${error.code}).`)
    }
    if (!said) say('highwater: another process is installing or building here; waiting for it…')
    if (isStale()) rmSync(LOCK, { force: true })
    else await wait(BEAT_MS / 2)
  }
}

function isStale() {
  try {
    return Date.now() - statSync(LOCK).mtimeMs > STALE_MS
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

/** Runs the prepared program as if it were this process: same streams, signals passed on, same ending. */
export function become(node, words, options = {}) {
  // The channel tells the program when this process is gone.
  const child = spawn(node, words, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], ...options })
  const pass = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  const unwatch = watchNpm(() => pass('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (status, signal) => {
      unwatch()
      for (const one of signals) process.off(one, pass)
      if (signal === null) resolve(status)
      else process.kill(process.pid, signal)
    })
  })
}

/**
 * npm runs a script through a shell, and passes signals on to the shell only, which dies of them alone. Calls `gone` once
 * when npm or the shell is no more; outside npm a changed parent means nothing.
 */
export function watchNpm(gone) {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined
  const first = ancestry()
  const timer = setInterval(() => {
    if (ancestry() === first) return
    clearInterval(timer)
    gone()
  }, 300)
  return () => clearInterval(timer)
}

/** The parent, and on Linux the parent's parent. */
function ancestry() {
  if (process.platform !== 'linux') return String(process.ppid)
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'ESRCH' && error.code !== 'EACCES') throw error
    return String(process.ppid)
  }
}

/** Runs a script's work, says what went wrong in one line, and sets the exit status. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    if (!(error instanceof PrepareError)) throw error
    process.stderr.write(`highwater: ${error.message}\n`)
    process.exitCode = error.status
  }
}
