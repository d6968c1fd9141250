import type { ProgramCategory } from '../../domain/agent-process.ts';
import type { AlertKind } from '../../domain/alert-intent.ts';
import type { StatuslineState } from '../../domain/statusline-install.ts';
import type { Formats } from '../format/formats.ts';
import { createActivitySettingsMessages } from './activity-settings.ts';
import { createEncryptionSettingsMessages } from './encryption-settings.ts';
import { createSendingSettingsMessages } from './sending-settings.ts';
import { createServerSettingsMessages } from './server-settings.ts';
import { trayAndKeys } from './tray-settings.ts';
import { createSettingsChanges } from './settings-changes.ts';

/** Launch, looks and time zone. */
const general = {
  title: 'General',
  launchAtLogin: 'Abrir al iniciar sesión',
  launchAtLoginHint: 'Se inicia en la bandeja, sin ventana.',
  language: 'Idioma',
  languageHint: 'La línea de comandos y sus respuestas siguen en inglés.',
  languages: {
    system: 'Sistema',
    en: 'English',
    fr: 'Français',
    de: 'Deutsch',
    es: 'Español',
    ja: '日本語',
    zh: '简体中文',
    ar: 'العربية',
  },
  appearance: 'Apariencia',
  theme: 'Tema',
  themes: { system: 'Sistema', light: 'Claro', dark: 'Oscuro', 'high-contrast': 'Contraste alto' },
  density: 'Densidad',
  densities: { comfortable: 'Cómoda', compact: 'Compacta' },
  dataColors: 'Colores de gráficos y medidores',
  dataColorsHint: 'La segunda opción distingue todas las series con cualquier visión del color (según Okabe e Ito).',
  dataColorScales: { fuelgauge: 'Fuelgauge', 'okabe-ito': 'Aptos para daltónicos' },
  trayColor: 'Color del icono',
  trayColorHint: '«Automático» tiene un borde oscuro donde no se conoce el color del panel, como en Linux.',
  trayColors: { auto: 'Automático', light: 'Claro', dark: 'Oscuro' },
  timeZone: 'Zona horaria',
  timeZoneHint: (systemZone: string): string =>
    `Decide cuándo empieza y acaba un día. «system» es la zona horaria de este equipo, ahora ${systemZone}.`,
  dayStart: 'El día empieza a las',
  dayStartHint:
    'Lo que uses antes de esa hora cuenta para el día anterior: en informes, previsiones, presupuestos y alertas.',
  weekStart: 'La semana empieza el',
  clock: 'Reloj',
  clocks: { system: 'Según el idioma', '12': '12 horas', '24': '24 horas' },
  unknownTimeZone: (text: string): string =>
    `No existe la zona horaria «${text}». Escribe un nombre como Europe/Madrid.`,
};

/** Notifications and their thresholds. */
const alerts = {
  title: 'Alertas',
  notifications: 'Notificaciones',
  notificationsHint: 'Una vez por umbral y límite, antes de que se agote.',
  thresholds: 'Umbrales',
  thresholdsHint:
    'Porcentajes de un límite, cinco como máximo. El más alto es crítico, los demás son advertencias. Vacío: sin alertas.',
  badThresholds: 'Escribe números enteros de 1 a 100, como 75, 90.',
  tooManyThresholds: 'Escribe cinco umbrales como máximo.',
};

/** When alerts are kept back. */
const timing = {
  title: 'Cuándo alertar',
  quietHours: 'Horas de silencio',
  quietHoursHint: 'Las alertas de esas horas se muestran después. Vacío: ninguna.',
  hoursExample: '22:00-07:00',
  badHours: 'Escribe horas como 22:00-07:00.',
  snooze: 'Retener todas las alertas',
  snoozeHint: 'Se muestran después, salvo que ya no sean válidas.',
  doNotDisturb: 'Esperar durante «No molestar»',
  doNotDisturbHint:
    'Las notificaciones de este escritorio, hasta que se desactive. KDE y GNOME lo dicen; Windows y macOS, no.',
  channelsWait: 'Los demás canales también esperan',
  channelsWaitHint:
    'El correo, el teléfono, el chat y los webhooks también esperan a que acabe «No molestar». Desactivado: se envían al momento.',
  snoozes: (hours: number): string =>
    hours === 0 ? 'No' : hours === 1 ? 'Durante una hora' : `Durante ${hours} horas`,
};

/** Limits for each session. */
const guard = {
  limits: {
    softUsd: 'Límite flexible de una sesión, dinero',
    hardUsd: 'Límite estricto de una sesión, dinero',
    softTokens: 'Límite flexible de una sesión, tokens',
    hardTokens: 'Límite estricto de una sesión, tokens',
  },
  moneyHint: 'Dólares estadounidenses, equivalente en API. Vacío: sin límite.',
  tokensHint: 'Tokens de todo tipo, también los leídos de la caché. Vacío: sin límite.',
  badTokens: 'Escribe un número entero de tokens.',
  action: 'En el límite estricto',
  actionHint:
    'Los límites actúan mientras la regla «Límite por sesión» está activada. Una sesión en pausa sigue con «Reanudar»; una detenida, con «fuelgauge guard lift». Detenerla requiere lo que muestra «fuelgauge guard settings»; un agente sin un hook que pueda detenerlo se pone en pausa.',
  actions: { warn: 'Avisar', pause: 'Pausar sus procesos', stop: 'Detenerla en el siguiente paso' },
};

/** Further programs that count as agents. */
const programs = {
  title: 'Otros programas',
  hint: 'Su CPU y su memoria se miden como las de los agentes. Escribe el nombre del ejecutable, sin su carpeta.',
  name: 'Nombre del ejecutable',
  category: 'Tipo de programa',
  categories: {
    cli: 'Línea de comandos',
    desktop: 'App de escritorio',
    ide: 'Editor',
    server: 'Servidor',
    local: 'Modelo local',
  } satisfies Readonly<Record<ProgramCategory, string>>,
  add: 'Añadir programa',
  badName: 'Escribe un nombre sin carpeta.',
  known: 'Este programa ya está en la lista.',
};

/** Own names of projects, and those that stay hidden. */
const projects = {
  title: 'Proyectos',
  names: 'Nombres de proyectos',
  namesHint:
    'Escribe el nombre de una carpeta, o un patrón como /home/me/work/**, y cómo llamarlo. Las carpetas con el mismo nombre son un solo proyecto.',
  folder: 'Carpeta',
  name: 'Nombre del proyecto',
  add: 'Añadir nombre',
  incomplete: 'Escribe una carpeta y un nombre.',
  known: 'Esta carpeta ya está en la lista.',
  calls: (name: string): string => `se llama «${name}»`,
  hidden: 'Proyectos ocultos',
  hiddenHint: 'Se cuentan en todas partes y se llaman «(hidden)» en informes, listas, alertas y métricas.',
  hiddenFolder: 'Carpeta que ocultar',
  hide: 'Ocultar',
  isHidden: 'está oculta',
};

/** What each rule watches. */
const ruleHints: Readonly<Record<AlertKind, string>> = {
  threshold: 'En cada umbral de arriba, una vez hasta restablecerse.',
  'runs-out': 'Cuando, a este ritmo, un límite se agotará antes de restablecerse.',
  depleted: 'Cuando no queda nada de un límite.',
  restored: 'Cuando un límite agotado vuelve a estar disponible y nada más bloquea.',
  spend: 'Al 80 % y al 100 % de los presupuestos de abajo.',
  burn: 'Cuando la última hora supera con mucho tus propias horas de más uso.',
  anomaly: 'Cuando una sesión o un día supera con mucho tu uso habitual, con su causa principal.',
  allowance: 'Cuando un límite permite más o menos que antes, y cuando tu plan ha cambiado.',
  'busy-agent': 'Cuando un agente usa más de un núcleo y medio u 8 GB durante un cuarto de hora.',
  session: 'Según el hook del propio agente. «fuelgauge guard settings» muestra qué añadir.',
  guard: 'En los límites flexibles y estrictos de arriba.',
  orphan: 'Cuando los procesos de un agente siguen ahí cinco minutos después de que este termine.',
  'silent-source': 'Cuando los registros crecen pero no se puede contar nada en ellos.',
  'expiring-logs': 'Cuando un agente va a eliminar registros sin leer.',
  incident:
    'Cuando la página de estado pública del proveedor de tus agentes informa de una incidencia grave. Se consulta cada cinco minutos. Abajo se pueden indicar otras páginas.',
  digest: 'Resume el día a las seis de la tarde, y la semana en su último día.',
};

/** Status pages that are asked instead of those of the providers. */
const statusPages = {
  title: 'Páginas de estado',
  hint: 'Se consultan en lugar de las de los proveedores de tus agentes mientras la regla «Incidencia en un proveedor» está activada. Cada una debe ser un sitio de Statuspage con /api/v2. Sin ninguna dirección aquí, se consultan las de tus proveedores.',
  address: 'Dirección de una página de estado',
  example: 'https://status.example.com',
  add: 'Añadir página',
  badPage: 'Escribe una dirección como https://status.example.com.',
  known: 'Esta página ya está en la lista.',
  tooMany: (max: number): string => `Se pueden consultar ${max} páginas como máximo.`,
};

/** Alert rules, and trying them out. */
const rules = {
  title: 'Reglas de alerta',
  hints: ruleHints,
  budgets: { dayUsd: 'Presupuesto de un día', weekUsd: 'Presupuesto de una semana', monthUsd: 'Presupuesto de un mes' },
  budgetHint: 'Dólares estadounidenses, equivalente en API. Se avisa al 80 % y al 100 %. Vacío: sin presupuesto.',
  badBudget: 'Escribe dólares, por ejemplo 12,50.',
  tryOut: 'Probar las reglas',
  tryOutHint: 'Muestra lo que habrían avisado en los últimos 30 días. No se envía nada.',
  tryNow: 'Probar',
};

/** Channels to other programs and machines. */
const channels = {
  title: 'Canales de alerta',
  add: 'Añadir un canal',
  addHint: 'Desactivado hasta que lo actives. Un programa que ejecutar solo se indica en settings.json.',
  addNow: 'Añadir',
  kind: 'Tipo de canal',
  place: {
    slack: 'Aún no hay nada que escribir',
    discord: 'Aún no hay nada que escribir',
    teams: 'Aún no hay nada que escribir',
    ntfy: 'Tema',
    telegram: 'Chat',
    webhook: 'Dirección',
    email: 'you@example.com smtp.example.com:587',
  },
  badPlace: {
    ntfy: 'Escribe un tema con letras, dígitos, - y _.',
    telegram: 'Escribe el número de un chat, o un canal como @mine.',
    webhook: 'Escribe una dirección como https://example.com/hook.',
    email: 'Escribe tu dirección y el servidor de envío, como you@example.com smtp.example.com:587.',
  },
  secretOf: (channel: string): string => `Secreto de ${channel}: dirección, token o clave`,
  secret: 'Dirección, token o clave',
  redact: { names: 'Ocultar nombres de proyectos', paths: 'Ocultar carpetas', money: 'Ocultar importes' },
  secretKept: 'El secreto está guardado. No se vuelve a mostrar.',
  test: 'Probar',
  testOf: (channel: string): string => `Probar ${channel}`,
  testing: 'Enviando una prueba…',
  remove: 'Quitar',
};

/** What is read, how often, and how long it is kept. */
function createMonitoringMessages(format: Formats) {
  return {
    title: 'Supervisión',
    refresh: 'Actualización',
    refreshHint:
      'Con qué frecuencia se miden los procesos. Los registros siempre se leen al escribirse. «Automático» va más lento mientras no hay ninguna ventana abierta.',
    cadence: (seconds: number | 'auto'): string => (seconds === 'auto' ? 'Automático' : `Cada ${seconds} segundos`),
    folders: 'Otras carpetas de registros',
    foldersHint: 'Se leen además de los sitios habituales: otra cuenta, un disco montado, un archivo histórico.',
    folderAgent: 'Agente de la carpeta nueva',
    folderDevice: 'Equipo, si no es este',
    describeFolder: (agent: string, device: string | undefined): string =>
      device === undefined ? agent : `${agent}, de ${device}`,
    chooseFolder: 'Elegir carpeta…',
    knownFolder: 'Esta carpeta ya está en la lista.',
    folderRemoved: 'Lo que se leyó de ella sigue contando.',
    retention: 'Conservar solicitudes individuales',
    retentionHint:
      'Las solicitudes más antiguas se suman por cuartos de hora. La base de datos crece más despacio y los informes no cambian, pero las solicitudes no se pueden recuperar.',
    retentions: (days: number | 'forever'): string => (days === 'forever' ? 'Para siempre' : `Durante ${days} días`),
    shorterRetention: (days: number): string =>
      `Las solicitudes de más de ${format.integer(days)} días se sumarán. No se puede deshacer.`,
    sumUp: 'Sumar',
    cancel: 'Cancelar',
  };
}

/** The line below an agent's prompt. */
const statusline = {
  title: 'Línea de estado',
  row: (agent: string): string => `Línea bajo el prompt de ${agent}`,
  states: {
    absent: 'Límites, contexto, coste y previsión mientras trabajas. Tu propio comando se sigue ejecutando primero.',
    installed: 'Instalada.',
    removed: 'Estaba instalada, pero algo ajeno a Fuelgauge la quitó de los ajustes del agente.',
    replaced: 'Estaba instalada, pero algo ajeno a Fuelgauge la reemplazó en los ajustes del agente.',
    elsewhere: 'Otra instalación de Fuelgauge ha puesto su línea.',
    unreadable: 'No se pueden leer los ajustes del agente.',
  } satisfies Readonly<Record<StatuslineState, string>>,
  preset: 'Preajuste',
  presets: { minimal: 'Mínimo', default: 'Predeterminado', full: 'Completo', ccusage: 'Como ccusage' },
  ownTemplate: 'Propio',
  template: 'Plantilla',
  templateHint: 'Elementos entre llaves, como {model}, {limits} o {cost.day}, entre tu propio texto.',
  looksLike: 'Vista previa con cifras inventadas:',
  unknownWidget: (name: string, names: readonly string[]): string =>
    `No hay ningún elemento «${name}». Los elementos son ${names.join(', ')}.`,
  show: 'Mostrar el cambio…',
  remove: 'Quitar',
  change: (file: string): string => `Esto cambia ${file}:`,
  keeps: (command: string): string => `Tu comando se sigue ejecutando primero: ${command}`,
  apply: 'Cambiar el archivo',
  cancel: 'Cancelar',
};

/** The subscription plan and the limit of a block. */
const plan = {
  title: 'Plan',
  plan: 'Suscripción',
  planHint:
    'Permite que un bloque de 5 horas muestre un límite estimado. Los límites que comunica el proveedor no dependen de esto.',
  workDays: 'Días laborables',
  workDaysHint: 'El ritmo de los límites semanales se mide con estos días.',
  workDayChoices: {
    4: 'De lunes a jueves',
    5: 'De lunes a viernes',
    7: 'Todos los días',
    learned: 'Como en mis últimas ocho semanas',
  },
  askAgent: (agent: string): string => `Preguntar a ${agent} por sus límites`,
  askAgentHint: (program: string): string =>
    `Ejecuta «${program}», que pregunta a su proveedor con su propia sesión, como máximo cada 15 minutos. Fuelgauge solo ve la respuesta.`,
  askNow: 'Actualizar ahora',
  asking: 'Preguntando…',
  asked: {
    answered: 'Respondió.',
    'no-answer': 'No dio ningún límite. Quizá no tiene la sesión iniciada.',
    'not-found': 'No se encontró su programa.',
    'too-old': 'Su versión es demasiado antigua para preguntarle sin iniciar una solicitud.',
    'asked-before': 'Se le preguntó hace menos de un minuto.',
    'not-allowed': 'Ahora no se le puede preguntar.',
  },
  noPlan: 'Ninguno, o no está en la lista',
  ownPlan: 'Mi propio límite',
  usualPlan: 'Mi bloque lleno habitual (P90)',
  usualUnit: 'Unidad del P90',
  usualUnitHint:
    'Nueve de cada diez bloques completados de ese agente quedaron por debajo; se conoce desde cinco bloques. No es un límite del proveedor.',
  limit: 'Límite del bloque',
  limitHint:
    'Para los bloques de todos los agentes. Los dólares son estadounidenses, equivalente en API; los tokens incluyen todos los tipos, también los leídos de la caché.',
  unit: 'Unidad del límite',
  units: { tokens: 'tokens', 'tokens-in-out': 'tokens de entrada y salida', requests: 'solicitudes', usd: 'dólares' },
  limitTooLarge: 'Escribe un número de hasta 1.000.000.000.000.',
  badLimit: 'Escribe un número mayor que cero, por ejemplo 1500 o 2,5.',
};

/** How costs are calculated and shown. */
function createCostMessages(format: Formats) {
  return {
    title: 'Costes',
    mode: 'Cálculo de costes',
    modeHint: 'A partir de tokens y precios, o según el registro cuando indica un coste.',
    modes: {
      calculate: 'De tokens y precios',
      auto: 'Del registro; si no, de precios',
      display: 'Solo del registro',
    },
    currency: 'Moneda',
    currencyHint:
      'Un código como EUR y cuánto vale en él un dólar estadounidense. Tú fijas el cambio; no se descarga ninguno.',
    rate: (code: string): string => `${code} por dólar estadounidense`,
    rateMissing: (code: string, current: string): string =>
      `Indica ahora cuántos ${code} vale un dólar estadounidense. Hasta entonces, los importes siguen en ${current}.`,
    badCurrency: 'Escribe un código como EUR.',
    badRate: 'Escribe un número, por ejemplo 0,92.',

    prices: 'Precios propios',
    pricesHint:
      'Dólares estadounidenses por millón de tokens de un modelo. Tienen prioridad sobre la lista de precios. Los precios de caché vacíos se derivan del precio de entrada.',
    addPriceForm: 'Añadir un precio propio',
    addPrice: 'Añadir precio',
    model: 'Modelo',
    priceFields: {
      inputUsdPerMillion: 'Entrada',
      outputUsdPerMillion: 'Salida',
      cacheReadUsdPerMillion: 'Lectura caché',
      cacheWrite5mUsdPerMillion: 'Escritura 5 min',
      cacheWrite1hUsdPerMillion: 'Escritura 1 h',
    },
    modelMissing: 'Escribe el nombre del modelo como aparece en la tabla del historial.',
    badPrice: (field: string): string => `${field}: escribe dólares estadounidenses por millón de tokens, como 2,5.`,
    tooManyEntries: (max: number): string => `Puede haber ${format.integer(max)} entradas como máximo.`,
    describePrices(parts: readonly (readonly [label: string, price: string])[]): string {
      const text = parts.map(([label, price]) => `${label} ${price}`.toLowerCase()).join(', ');
      return text.charAt(0).toUpperCase() + text.slice(1);
    },

    aliases: 'Alias de modelos',
    aliasesHint:
      'Para un modelo que una pasarela o una versión nueva llama de otro modo: se le aplica el precio del modelo que indiques.',
    addAliasForm: 'Añadir un alias de modelo',
    addAlias: 'Añadir alias',
    pricedAs: 'Con el precio de',
    describeAlias: (pricedAs: string): string => `Con el precio de ${pricedAs}`,
    namesMissing: 'Escribe los nombres de ambos modelos.',
    sameModel: 'Es el mismo modelo.',
  };
}

/** Where the numbers come from. */
const about = {
  title: 'Acerca de las cifras',
  cost: 'Los costes son un equivalente en API: lo que costarían los tokens a los precios de lista de los proveedores, o a tus propios precios. Una suscripción no los factura. Salen de los registros de este equipo, así que no son una factura.',
  provenance:
    'Las cifras «oficiales» las comunicó el proveedor. Las «medidas» se suman de los registros, las «estimadas» salen de un modelo propio y las «antiguas» fueron oficiales hace un tiempo.',
  dash: 'Un guion significa que una cifra se desconoce. Nunca significa cero.',
  showDiagnosis: 'Mostrar lo leído',
  pricesAndData: (pricesDay: string): string => `Precios del ${pricesDay}. Carpeta de datos:`,
};

/** The settings view: each control with its label, its hint and what it refuses. Refusals follow `Not saved.`. */
export function createSettingsMessages(format: Formats) {
  return {
    waiting: 'Cargando los ajustes…',
    notSaved: (reason: string): string => `No se guardó. ${reason}`,
    notDollars: (sign: string): string =>
      `Aquí los importes son en dólares estadounidenses. Escribe el importe en dólares, sin ${sign}.`,
    ambiguousNumber: (text: string): string =>
      `No está claro si «${text}» tiene decimales. Escríbelo sin separador de miles.`,
    general,
    alerts,
    statusline,
    timing,
    guard,
    programs,
    projects,
    rules,
    statusPages,
    channels,
    monitoring: createMonitoringMessages(format),
    activity: createActivitySettingsMessages(format),
    plan,
    cost: createCostMessages(format),
    sending: createSendingSettingsMessages(),
    encryption: createEncryptionSettingsMessages(format),
    server: createServerSettingsMessages(),
    changes: createSettingsChanges(format),
    trayAndKeys,

    list: {
      remove: (name: string): string => `Quitar ${name}`,
      removed: (name: string): string => `${name}: quitado.`,
      undo: 'Deshacer',
    },
    about,
  };
}
