/** Whose advice the rules go by. */

export interface Source {
  /** As it is named to readers. */
  readonly name: string
  readonly url: string
}

export const ADAPTIVE: Source = {
  name: 'Adaptive Capacity Labs',
  url: 'https://www.adaptivecapacitylabs.com/blog/',
}
export const BLAMELESS: Source = {
  name: 'PagerDuty, Postmortem documentation: The blameless postmortem',
  url: 'https://postmortems.pagerduty.com/culture/blameless/',
}
export const COOK: Source = {
  name: 'Cook, How Complex Systems Fail',
  url: 'https://how.complexsystems.fail/',
}
export const ETSY: Source = {
  name: 'Etsy, Debriefing Facilitation Guide',
  url: 'https://github.com/etsy/DebriefingFacilitationGuide',
}
export const FAUSEY: Source = {
  name: 'Fausey and Boroditsky 2010',
  url: 'https://doi.org/10.3758/PBR.17.5.644',
}
export const LUNNEY: Source = {
  name: 'Lunney, Lueder and Beyer, Postmortem Action Items, ;login: 2017',
  url: 'https://www.usenix.org/publications/login/spring2017/lunney',
}
export const MICROSOFT: Source = {
  name: 'Dekker, Field Guide; Microsoft Learn, Post-incident reviews',
  url: 'https://learn.microsoft.com/en-us/training/modules/intro-to-post-incident-reviews/',
}
export const RCA2: Source = {
  name: 'RCA², action hierarchy',
  url: 'https://www.ihi.org/resources/tools/rca2-improving-root-cause-analyses-and-actions-prevent-harm',
}
export const SRE_BOOK: Source = {
  name: 'Google, Site Reliability Engineering, ch. 15',
  url: 'https://sre.google/sre-book/postmortem-culture/',
}
export const SRE_WORKBOOK: Source = {
  name: 'Google, Site Reliability Workbook, ch. 10',
  url: 'https://sre.google/workbook/postmortem-culture/',
}
export const WRITING: Source = {
  name: 'PagerDuty, Postmortem documentation: Writing',
  url: 'https://postmortems.pagerduty.com/how_to_write/writing/',
}
