/** Names of software that sentences speak of as if it acted: never a person, whatever it “forgot”. */
import { setOf } from './list.ts'

export const SOFTWARE_NAMES = setOf(
  'alertmanager ansible apache argo aurora clickhouse consul coredns cron django docker ' +
    'elasticsearch envoy etcd flux grafana haproxy helm ingress istio jenkins jupyterhub kafka ' +
    'kubelet kubernetes linux logstash maven mongo mysql nginx node openshift php ' +
    'postgres postgresql prometheus puppet python rabbitmq redis splunk ' +
    'terraform vault zookeeper',
)
