/** The mark: a line of high water above the waves. */
export function BrandMark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true">
      <path d="M2 6.500h18" stroke="var(--water)" stroke-width="2.2" stroke-linecap="round" />
      <path
        d="M2 12.200c2.300 0 2.300 1.500 4.600 1.500s2.200-1.500 4.400-1.500 2.300 1.500 4.500 1.500 2.300-1.500 4.500-1.500M2 17c2.300 0 2.300 1.500 4.600 1.500S8.800 17 11 17s2.300 1.500 4.500 1.500S17.800 17 20 17"
        stroke="currentColor"
        stroke-width="1.5"
        fill="none"
        stroke-linecap="round"
        opacity=".5"
      />
    </svg>
  )
}
