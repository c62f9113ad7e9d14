/** Classes of incidents that a change or a person's action set off. */
import type { ClassEntry } from './class-entry.ts'

export const CHANGE_CLASSES: readonly ClassEntry[] = [
  {
    id: 'software-defect',
    name: 'Software defect',
    strong: `
      bug, regression, race condition, null pointer, off by one, deadlock, typeerror, bad release, faulty
      release, code defect, broken build, infinite loop, segfault, logic error, unhandled exception,
      uncaught exception, backwards compatibility, incorrect logic`,
    some: `
      exception, defect, code, commit, merge, pull request, release, deploy, revert, function, unit test,
      test coverage, stack trace, refactor, hotfix, patch, edge case, validation, parser, panic, version,
      feature, fix, library, javascript, typescript, python`,
    otherLanguages: `
      バグ, 不具合, 競合状態, デッドロック, リグレッション, 実装ミス, kodefeil, programfeil, feil i koden, 缺陷, 漏洞修复, 代码错误, 竞态, 死锁`,
  },
  {
    id: 'config-change',
    name: 'Configuration change',
    strong: `
      misconfiguration, misconfigured, configuration change, config change, wrong configuration,
      configuration error, incorrect configuration, environment variable, env var, feature flag, wrong
      value, configuration drift, helm values, missing configuration, configuration file, security group,
      network policy, typo`,
    some: `
      config, configuration, setting, terraform, helm, puppet, ansible, yaml, manifest, flag, parameter,
      default, annotation, template, variable, apply, rule, policy, hiera, ingress, default value,
      rollback, settings`,
    otherLanguages: `
      設定ミス, 設定変更, 設定漏れ, 環境変数, 構成, feilkonfigurasjon, konfigurasjon, konfigurasjonsendring, 配置错误, 配置变更,
      环境变量, 配置`,
  },
  {
    id: 'upgrade-or-migration',
    name: 'Upgrade or migration',
    strong: `
      upgrade, upgraded, migration, migrate, migrated, breaking change, version bump, major version,
      schema migration, incompatible, incompatibility, downgrade, end of life, hard fork, kernel upgrade,
      cutover, switchover`,
    some: `
      version, deprecated, deprecation, new version, old version, release notes, changelog, dependency
      update, rollout, compatibility, kubernetes version, node recycle, replacement, rename, move, roll
      back, bump`,
    otherLanguages: `
      アップグレード, 移行, バージョンアップ, マイグレーション, oppgradering, migrering, ny versjon, 升级, 迁移, 版本`,
  },
  {
    id: 'mistaken-manual-operation',
    name: 'Mistaken manual operation',
    strong: `
      accidentally, by mistake, mistakenly, wrong command, wrong cluster, wrong environment, manually
      deleted, accidental deletion, accidental, inadvertently, unintentionally, manual change, manual
      step, wrong server, wrong database, fat finger, forgot, deleted by, operator error, ran the wrong`,
    some: `
      manual, manually, command, delete, script, executed, terminal, kubectl, shell, production, terraform
      destroy, drop, cleanup, typed, local machine, ran, removed, console`,
    otherLanguages: `
      誤操作, 手動, 誤って, ved en feil, manuell, slettet ved, 误操作, 手动, 误删`,
  },
  {
    id: 'process-or-social',
    name: 'Process or coordination',
    strong: `
      miscommunication, lack of communication, no process, not communicated, handover, hand-off, ownership
      unclear, no owner, bus factor, social engineering, on-call rotation, not informed, misunderstanding,
      vandalism, governance, community`,
    some: `
      communication, process, policy, coordination, documentation, team, responsibility, training,
      escalation, approval, contract, decision, conduct, moderation, resign, stakeholder, expectation`,
    otherLanguages: `
      連絡不足, 引き継ぎ, プロセス不備, kommunikasjon, rutine, misforståelse, 沟通, 流程`,
  },
  {
    id: 'bad-or-missing-data',
    name: 'Bad or missing data',
    strong: `
      bad data, data corruption, corrupted data, missing data, invalid data, duplicate records,
      inconsistent data, data inconsistency, malformed, data quality, wrong data, stale data, negative
      values, data loss, incorrect data, missing records, missing rows, encoding`,
    some: `
      data, record, import, duplicate, null, row, dataset, value, field, json, csv, utf-8, sync, backfill,
      stale, feed, consistency, cache, incorrect, empty, schema`,
    otherLanguages: `
      データ不整合, 不正データ, データ欠損, 欠落, 重複, datakvalitet, manglende data, feil data, 脏数据, 数据不一致, 数据丢失, 数据缺失`,
  },
]
