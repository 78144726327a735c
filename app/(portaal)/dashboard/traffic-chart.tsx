import { formatShortDay } from '#/lib/platform/i18n/format.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import type { TrafficWeek } from '#/lib/reporting/read-dashboard.ts'

// A drawing scales with the page, its letters too: a phone gets one of its own measure.
const MEASURES = {
  wide: { week: 136, bar: 40, height: 140, lines: 1, withCounts: true, className: 'hidden md:block' },
  narrow: { week: 31, bar: 12, height: 110, lines: 2, withCounts: false, className: 'md:hidden' },
} as const
const LINE = 16
const TOP = 20

type TrafficChartProps = {
  readonly weeks: readonly TrafficWeek[]
  readonly label: string
  readonly locale: Locale
}

type ChartProps = TrafficChartProps & { readonly measure: (typeof MEASURES)[keyof typeof MEASURES] }

function Chart({ weeks, label, locale, measure }: ChartProps) {
  const { week, bar, height, lines, withCounts, className } = measure
  const most = Math.max(1, ...weeks.flatMap(({ delivered, received }) => [delivered, received]))
  const width = weeks.length * week
  const base = TOP + height
  return (
    <svg
      data-chart=""
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${base + lines * LINE + 8}`}
      className={`h-auto w-full ${className}`}
    >
      {weeks.map(({ from, delivered, received }, index) => {
        const middle = index * week + week / 2
        const bars = [
          { key: 'delivered', count: delivered, left: middle - bar - 1, fill: 'fill-action' },
          { key: 'received', count: received, left: middle + 1, fill: 'fill-line-strong' },
        ]
        const words = formatShortDay(from, locale)
        const labels = lines === 1 ? [words] : words.split(' ')
        return (
          <g key={from}>
            {bars.map(({ key, count, left, fill }) => {
              const tall = Math.round((count / most) * height)
              return (
                <g key={key}>
                  <rect x={left} y={base - tall} width={bar} height={tall} className={fill} />
                  {withCounts && count > 0 ? (
                    <text
                      x={left + bar / 2}
                      y={base - tall - 6}
                      textAnchor="middle"
                      className="fill-ink text-[14px] tabular-nums"
                    >
                      {count}
                    </text>
                  ) : null}
                </g>
              )
            })}
            {labels.map((text, line) => (
              <text
                key={text}
                x={middle}
                y={base + 18 + line * LINE}
                textAnchor="middle"
                className="fill-ink-soft text-[14px]"
              >
                {text}
              </text>
            ))}
          </g>
        )
      })}
      <line x1="0" x2={width} y1={base} y2={base} className="stroke-line-strong" />
    </svg>
  )
}

/** Bars per week, drawn on the server: delivered beside received. The same figures stand in the table below it. */
export function TrafficChart(props: TrafficChartProps) {
  return (
    <>
      <Chart {...props} measure={MEASURES.wide} />
      <Chart {...props} measure={MEASURES.narrow} />
    </>
  )
}
