/** Classes of incidents in which something ran out or piled up. */
import type { ClassEntry } from './class-entry.ts'

export const LIMIT_CLASSES: readonly ClassEntry[] = [
  {
    id: 'capacity-or-limit',
    name: 'Capacity or limit',
    strong: `
      quota, rate limit, rate limited, limit reached, exhaustion, exhausted, starvation, overload,
      overloaded, max connections, too many connections, connection pool, traffic spike, high load,
      saturated, saturation, insufficient capacity, out of capacity, cpu usage, ip addresses, file
      descriptors, inotify, pod limit, autoscaling, autoscaler, api limit, ddos, scaling, throttled,
      throttling`,
    some: `
      limit, capacity, load, traffic, scale, cpu, connections, requests, throughput, slow, queue, latency,
      workers, pool, demand, peak, resources, nodes, usage, performance, spike, timeout, replicas,
      concurrent, budget`,
    otherLanguages: `
      枯渇, 過負荷, 上限, スロット, 容量, レート制限, スロットリング, kapasitet, overbelast, grense, kvote, 过载, 限流, 配额, 连接数, 容量不足,
      耗尽`,
  },
  {
    id: 'memory',
    name: 'Memory',
    strong: `
      out of memory, oom, oomkilled, oom killer, memory leak, memory limit, memory usage, memory pressure,
      heap, swap, garbage collection, memory exhaustion, ran out of memory, swapping`,
    some: `
      memory, ram, killed, evicted, gb, leak, mem, allocation, resource limits, resource requests, jvm`,
    otherLanguages: `
      メモリ不足, メモリリーク, メモリ, 内存, 内存泄漏, 内存溢出, minne, minnelekkasje, tom for minne`,
  },
  {
    id: 'disk-full',
    name: 'Disk full',
    strong: `
      disk full, disk space, out of disk, no space left, full disk, disk usage, storage full, disk was
      full, inode, disk is full, volume full, ran out of space, disk exhaustion, database full, filled up,
      storage quota, out of space`,
    some: `
      disk, space, storage, volume, partition, gb, logs, full, cleanup, log rotation, logrotate,
      filesystem, retention, prune, purge, expand, var log`,
    otherLanguages: `
      ディスクフル, ディスク容量, ディスク, 空き容量, 磁盘, 磁盘满, 磁盘空间, full disk, diskplass, lagringsplass`,
  },
  {
    id: 'retry-storm-or-cascade',
    name: 'Retry storm or cascade',
    strong: `
      retry storm, thundering herd, cascading failure, cascading, cascade, retries, feedback loop,
      stampede, amplification, domino, reconnect storm, circuit breaker, exponential backoff, backoff`,
    some: `
      retry, backlog, chain, propagate, knock-on, downstream, upstream, queue, loop, flood, overwhelm,
      backpressure`,
    otherLanguages: `
      連鎖, カスケード, リトライ, 雪崩, 级联, 重试风暴, kaskade, følgefeil`,
  },
]
