/** Classes of incidents in what the services stand on: network, storage, hosts, access, suppliers. */
import type { ClassEntry } from './class-entry.ts'

export const GROUND_CLASSES: readonly ClassEntry[] = [
  {
    id: 'security',
    name: 'Security',
    strong: `
      vulnerability, vulnerabilities, malware, malicious, attacker, attackers, breach, compromised,
      compromise, phishing, exploit, cve, exfiltration, leaked, unauthorized access, security incident,
      security advisory, supply chain, typosquatting, account takeover, secret, leaked token, secrets,
      disclosure, hacked, ransomware, xss, injection, stolen, security researcher, crypto mining, spam,
      dust storm`,
    some: `
      security, attack, password, token, credentials, revoke, rotate, audit, private key, wallet, exposed,
      unauthorized, access, forensic, patch, abuse, privilege, sudo, hackers, sensitive, privacy`,
    otherLanguages: `
      脆弱性, 不正アクセス, 漏洩, マルウェア, 攻撃, sårbarhet, sikkerhet, lekkasje, angrep, 漏洞, 攻击, 泄露, 恶意`,
  },
  {
    id: 'certificate-or-credential',
    name: 'Certificate or credential',
    strong: `
      certificate, certificates, expired certificate, tls certificate, ssl certificate, cert-manager,
      letsencrypt, let's encrypt, cert, certs, mtls, expired token, expired credentials, expired, expiry,
      service principal, signing key, certificate expired, api key, adfs, kiam`,
    some: `
      ssl, tls, renew, renewal, credential, token, key, https, password, secret, handshake, ca,
      authentication, expire, rotation, acme`,
    otherLanguages: `
      証明書, 有効期限, 期限切れ, 認証情報, sertifikat, utløpt, 证书, 过期, 凭证, 密钥`,
  },
  {
    id: 'access-permission-billing',
    name: 'Access, permission or billing',
    strong: `
      permission, permissions, permission denied, access denied, iam, rbac, billing, payment, invoice,
      suspended, account suspended, iam role, iam policy, unable to login, login, authentication,
      authorization, 403, unauthorized, 401, subscription, credit card, oauth, locked out, access to`,
    some: `
      access, role, account, policy, user, auth, sign in, group, admin, privilege, sso, ldap, grant,
      denied, forbidden, credit, login, sudo, owner, project`,
    otherLanguages: `
      権限, アクセス拒否, 認可, 請求, tilgang, rettigheter, fakturering, innlogging, 权限, 账单, 欠费, 访问被拒`,
  },
  {
    id: 'third-party-dependency',
    name: 'Third-party dependency',
    strong: `
      third party, third-party, upstream provider, vendor, provider outage, github outage, aws outage,
      external service, external api, docker hub, cloudflare, fastly, linode, status page, outage at,
      cloud provider, pagerduty, upstream, rippling, support ticket, service provider, azure outage,
      digitalocean, linux foundation, jfrog, statuspage, ovh, hetzner, registry`,
    some: `
      provider, external, dependency, aws, azure, gcp, google, github, support, supplier, partner, azure,
      api, slack, auth0, npm, pypi, stripe, twilio, heroku, region, us-east-1, eu-west-1`,
    otherLanguages: `
      外部サービス, サードパーティ, プロバイダ, tredjepart, leverandør, ekstern, 第三方, 供应商, 上游`,
  },
  {
    id: 'network-or-dns',
    name: 'Network or DNS',
    strong: `
      dns, network, networking, packet loss, bgp, switch, router, firewall, coredns, route53, nat gateway,
      vpc, subnet, load balancer, connectivity, route table, peering, nameserver, resolver, vpn, fiber,
      transit, link down, name resolution, kube-dns, external-dns, ipv6, interface, haproxy, tunnel, lvs`,
    some: `
      ip, routing, route, port, packets, proxy, ingress, nginx, domain, traffic, latency, connection,
      timeout, cdn, unreachable, record, tcp, resolve, zone, hostname, calico, cni, cable`,
    otherLanguages: `
      ネットワーク, 名前解決, 疎通, パケット, nettverk, navneoppslag, ruting, 网络, 域名, 解析, 路由, 丢包`,
  },
  {
    id: 'database-or-storage',
    name: 'Database or storage',
    strong: `
      database, postgres, postgresql, mysql, mariadb, replication, replica, replication lag, redis,
      mongodb, elasticsearch, slow query, slow queries, table lock, locks, vacuum, index, nfs, ceph,
      swift, volumes, failover, cassandra, etcd, kafka, primary database, db master, parsercache, rds,
      persistent volume, backup, transactions, wal, zookeeper, clickhouse, memcached, raid`,
    some: `
      query, queries, db, sql, table, lock, storage, slave, master, shard, cluster, write, read, lag,
      connection, restore, mount, cache, s3, schema, column`,
    otherLanguages: `
      データベース, レプリカ, ストレージ, インデックス, database, lagring, spørring, 数据库, 存储, 主从, 慢查询, 索引`,
  },
  {
    id: 'hardware-or-node',
    name: 'Hardware or node',
    strong: `
      hardware, hardware failure, power outage, power supply, psu, disk failure, failed disk, node
      failure, node crash, server crash, kernel panic, instance failure, motherboard, datacenter, data
      center, rack, worker nodes, node went down, unresponsive node, cpu fault, dimm, host failure,
      reboot, cooling, ups, power, not ready, node group, raid controller, linecard, hypervisor`,
    some: `
      node, server, host, machine, vm, instance, ec2, reboot, restart, crash, cluster, kubelet, drain,
      replace, physical, idrac, recycle, evict`,
    otherLanguages: `
      ハードウェア, ノード, 停電, 電源, maskinvare, strømbrudd, noden, 硬件, 节点, 断电, 宕机, 服务器故障`,
  },
  {
    id: 'observability-loss',
    name: 'Loss of observability',
    strong: `
      monitoring down, prometheus down, no alerts, alerts not, missing metrics, metrics stopped, logs
      missing, lost logs, logs lost, log loss, prometheus, eventlogging, grafana, pingdom, logstash,
      kibana, elk, fluentd, fluent bit, no metrics, missing logs, monitoring was, monitoring outage,
      alertmanager, opensearch, thanos, icinga, graphite, missing alerts, metrics lost, statsd`,
    some: `
      monitoring, metrics, logging, alert, alerting, dashboard, logs, telemetry, scrape, events, exporter,
      tracing, visibility, ingestion`,
    otherLanguages: `
      監視停止, 監視, メトリクス欠損, ログ欠損, overvåking, metrikker, logger, 监控, 日志丢失, 告警`,
  },
]
