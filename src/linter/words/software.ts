/** Names of software that sentences speak of as if it acted: never a person, whatever it “forgot”. */
import { setOf } from './list.ts'

export const SOFTWARE_NAMES = setOf(
  'airflow alertmanager android ansible apache argo argocd aurora bazel bigquery bind buildkite ' +
    'cassandra celery ceph cilium circleci clickhouse consul coredns cron debian dependabot django docker dynamo ' +
    'dynamodb eks elasticsearch envoy etcd falcon firefox flannel fluentd flux gke grafana gunicorn hadoop haproxy helm ' +
    'influxdb ingress istio java javascript jenkins jira jupyterhub kafka karpenter keycloak kibana kubelet kubernetes ' +
    'lambda linux logstash loki mariadb maven memcached mongo mongodb mysql nagios neo4j nginx node nomad opensearch ' +
    'openshift openstack patroni pgbouncer php postfix postgres postgresql prometheus pulumi puppet python rabbitmq ' +
    'redis renovate route53 sentry sidekiq snowflake spark spinnaker splunk spring sqlite systemd terraform tomcat ' +
    'traefik ubuntu varnish vault velero windows wireguard wordpress zookeeper',
)
