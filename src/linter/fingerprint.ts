/** Names a finding by its rule and its sentence, so that it is known again after edits elsewhere. */

/** 16 hexadecimal digits: two 32-bit FNV-1a sums of the rule's name and the sentence without case, digits' white space and mark-up. */
export function fingerprintOf(ruleId: string, sentence: string): string {
  const text = `${ruleId}\n${sentence
    .toLowerCase()
    .replaceAll(/[\s*_`]+/g, ' ')
    .trim()}`
  return sum(text, 0x81_1c_9d_c5) + sum(text, 0x05_0c_5d_1f)
}

function sum(text: string, start: number): string {
  let hash = start
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
