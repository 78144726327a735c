/**
 * One value per process under a name. Next bundles middleware and the application apart, so module state would exist
 * twice in one process: connections, clocks and emitters live here instead.
 */
export function sharedState<T>(name: string, make: () => T): T {
  const registry = globalThis as unknown as { portaalZorg?: Map<string, unknown> }
  registry.portaalZorg ??= new Map()
  if (!registry.portaalZorg.has(name)) registry.portaalZorg.set(name, make())
  return registry.portaalZorg.get(name) as T
}

/** Puts another value under the name; what was read before keeps the old one. For tests and for clean ends. */
export function replaceSharedState<T>(name: string, value: T): void {
  sharedState(name, () => value)
  const registry = globalThis as unknown as { portaalZorg: Map<string, unknown> }
  registry.portaalZorg.set(name, value)
}
