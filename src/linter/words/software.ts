/** Names of software that sentences speak of as if it acted: never a person, whatever it “forgot”. */
import { setOf } from './list.ts'

export const SOFTWARE_NAMES = setOf(
  'alertmanager ansible apache argo argocd aurora cilium clickhouse consul coredns cron django docker ' +
    'elasticsearch envoy etcd flux grafana haproxy helm ingress istio jenkins jupyterhub kafka karpenter ' +
    'kubelet kubernetes linux logstash maven mongo mysql neo4j nginx node nomad openshift openstack php ' +
    'postgres postgresql prometheus pulumi puppet python rabbitmq redis renovate route53 spinnaker splunk ' +
    'terraform traefik varnish vault zookeeper',
)
