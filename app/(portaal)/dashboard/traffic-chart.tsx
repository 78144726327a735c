import type { TrafficWeek } from '#/lib/reporting/read-dashboard.ts'

const HEIGHT = 120
const WEEK_WIDTH = 96
const BAR_WIDTH = 28

type TrafficChartProps = { readonly weeks: readonly TrafficWeek[]; readonly label: string }

/** Bars per week, drawn on the server: delivered beside received. The same figures stand in the table below it. */
export function TrafficChart({ weeks, label }: TrafficChartProps) {
  const most = Math.max(1, ...weeks.flatMap(({ delivered, received }) => [delivered, received]))
  const heightOf = (count: number) => Math.round((count / most) * HEIGHT)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${weeks.length * WEEK_WIDTH} ${HEIGHT + 28}`}
      className="h-auto w-full max-w-220"
    >
      {weeks.map((week, index) => {
        const left = index * WEEK_WIDTH + (WEEK_WIDTH - 2 * BAR_WIDTH) / 2
        return (
          <g key={week.from}>
            <rect
              x={left}
              y={HEIGHT - heightOf(week.delivered)}
              width={BAR_WIDTH}
              height={heightOf(week.delivered)}
              className="fill-action"
            />
            <rect
              x={left + BAR_WIDTH + 2}
              y={HEIGHT - heightOf(week.received)}
              width={BAR_WIDTH}
              height={heightOf(week.received)}
              className="fill-line-strong"
            />
            <text x={left + BAR_WIDTH} y={HEIGHT + 20} textAnchor="middle" className="fill-ink-soft text-[13px]">
              {`${week.from.slice(8)}-${week.from.slice(5, 7)}`}
            </text>
          </g>
        )
      })}
      <line x1="0" x2={weeks.length * WEEK_WIDTH} y1={HEIGHT} y2={HEIGHT} className="stroke-line-strong" />
    </svg>
  )
}
