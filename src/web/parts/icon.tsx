/** Line icons, 16 units square, drawn in the colour of the text beside them. */
const PATHS = {
  search: 'M7 2.400a4.600 4.600 0 1 0 0 9.200a4.600 4.600 0 0 0 0-9.200M10.500 10.500 14 14',
  repeat:
    'M3 8a5 5 0 0 1 8.700-3.400L13.500 6.500M13.500 2.500v4h-4M13 8a5 5 0 0 1-8.700 3.400L2.500 9.500M2.500 13.500v-4h4',
  down: 'm4 6 4 4 4-4',
  close: 'm4 4 8 8M12 4l-8 8',
  menu: 'M2.500 4.500h11M2.500 8h11M2.500 11.500h11',
  check: 'm3 8.500 3.200 3.200L13 5',
  folder:
    'M1.800 4.500a1 1 0 0 1 1-1h3.400l1.500 1.800h5.500a1 1 0 0 1 1 1v5.700a1 1 0 0 1-1 1H2.800a1 1 0 0 1-1-1z',
  file: 'M4 1.800h5l3 3v9.400H4zM9 1.800v3h3',
  plus: 'M8 3v10M3 8h10',
  link: 'M6.700 9.300 9.300 6.700M7.300 4.500l1.200-1.200a2.700 2.700 0 0 1 4 4l-1.300 1.200M8.700 11.500l-1.200 1.200a2.700 2.700 0 0 1-4-4l1.300-1.200',
  warn: 'M8 2 14.500 13.500h-13zM8 6.500v3.500M8 11.800v.2',
} as const

export type IconName = keyof typeof PATHS

/** An icon beside words; it says nothing to a screen reader. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
