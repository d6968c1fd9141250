import type { Formats } from '../format/formats.ts';
import { createProcessFacts } from './process-facts.ts';

/** The live tree of processes. */
export function createProcessViewMessages(format: Formats) {
  return {
    none: 'Ningún agente en marcha',
    noneText: 'Los agentes aparecen aquí, con todo lo que iniciaron, en cuanto uno se pone en marcha.',
    label: 'Procesos de agentes',
    loading: 'Buscando los procesos…',
    name: 'Proceso',
    kind: 'Tipo',
    kinds: {
      agent: 'agente',
      'mcp-server': 'servidor MCP',
      'language-server': 'servidor de lenguaje',
      shell: 'shell',
      other: 'programa',
    },
    cpu: 'Procesador',
    memory: 'Memoria',
    pid: 'PID',
    age: 'En marcha',
    ports: 'Puertos',
    paused: 'en pausa',
    startedBy: (label: string, pid: number): string => `iniciado por ${label} (${pid})`,
    detached: 'su terminal ya no existe',
    idle: 'inactivo, aún ocupa memoria',
    hog: 'es el que más usa',
    actions: 'Acciones',
    pause: 'Pausar',
    resume: 'Reanudar',
    end: 'Finalizar…',
    cancel: 'Cancelar',
    confirmTitle: (name: string): string => `¿Finalizar ${name}?`,
    confirmText: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'proceso finaliza', other: 'procesos finalizan' })}: primero se pide que ${format.plural(count, { one: 'termine', other: 'terminen' })} y después se fuerza. ` +
      `Lo que no ${format.plural(count, { one: 'haya', other: 'hayan' })} guardado se pierde.`,
    confirm: 'Finalizar',
    facts: createProcessFacts(format),
    failed: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'proceso no se pudo cambiar', other: 'procesos no se pudieron cambiar' })}.`,
    total: (agents: number, processes: number, memory: string): string =>
      `${format.integer(agents)} ${format.plural(agents, { one: 'agente', other: 'agentes' })}, ${format.integer(processes)} ${format.plural(processes, { one: 'proceso', other: 'procesos' })}, ${memory}`,
  };
}
