/** Names of software that sentences speak of as if it acted: never a person, whatever it “forgot”. */
import { setOf } from './list.ts'

export const SOFTWARE_NAMES =
  setOf(`ansible airflow ambassador android apache apt argo argocd athena aurora bazel bigquery bind buildkite calico
  cassandra celery ceph certbot chef chrome cilium circleci clickhouse consul contour coredns cortex couchdb cron debian
  dependabot django docker druid dynamo dynamodb eks elasticsearch elk envoy etcd falcon fargate fastapi fedora firefox flink
  flannel fluentd fluentbit flux gatekeeper gerrit gitea gke grafana graylog gunicorn hadoop haproxy hazelcast helm hibernate
  hive influx influxdb ingress istio jaeger java javascript jaeger jenkins jira jupyter jupyterhub kafka karpenter keepalived
  keycloak kibana kong kubelet kubernetes kustomize kyverno lambda linkerd linux logstash loki longhorn lustre mariadb maven memcached
  mesos metallb mongo mongodb mysql nagios nats neo4j netlify newrelic nginx node nomad npm openshift openstack opensearch
  opsgenie pacemaker packer patroni percona pgbouncer php postfix postgres postgresql prisma prometheus prow pulsar pulumi puma
  puppet python rabbitmq rails rancher react redis redshift renovate route53 ruby rust saltstack sensu sentry sidekiq slurm
  snowflake solr spark spinnaker splunk spring sqlite squid statuspage strimzi swarm systemd tekton teleport tempo terraform
  thanos tomcat traefik travis trino ubuntu vagrant varnish vault velero vertica vitess vmware weave wildfly windows wireguard
  wordpress yarn yum zabbix zipkin zookeeper zuul alertmanager`)
