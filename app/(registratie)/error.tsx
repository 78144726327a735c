'use client'

export { ServerProblem as default } from '#/app/_ui/server-problem.tsx'
