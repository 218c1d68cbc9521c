import type { TrustedWords } from '../en/trusted.ts';

const words: TrustedWords = {
  title: 'Si se pierde este teléfono',
  what: 'Elige ahora a unas personas. Si este teléfono ya no está, varias juntas te dejan entrar en uno nuevo.',
  alone: 'A solas, ninguna puede abrir ni leer nada. No se enteran de a quién más elegiste.',
  tipsTitle: 'A quién elegir',
  tips: [
    'Personas a las que puedes llamar y cuya voz conoces.',
    'No todas de una misma casa.',
    'Nunca solo una pareja y alguien de los padres de esa pareja.',
  ],
  knowTitle: 'Bueno saberlo',
  know: [
    'Si alguien lo intenta sin ti, este teléfono te pregunta. Puedes pararlo.',
    'Si todas dicen que sí, tu parada dura solo 30 días. Elige a otras en ese tiempo.',
    'El servidor y las personas necesarias, si se ponen de acuerdo, podrían abrir tu página.',
    'Tu diario no vuelve por este camino. Una tarjeta lo trae todo.',
  ],
  fewTitle: 'Primero, personas que comprobaste',
  few: 'Hacen falta al menos 2 personas que comprobaste con 6 palabras, un número o un cuadro.',
  fewGo: 'Mi gente',
  who: '¿Quiénes?',
  whoHelp: 'De 2 a 5. Se les pregunta en su aplicación.',
  needed: '¿Cuántas tienen que decir que sí?',
  neededOf: (n) => `${n}`,
  wait: '¿Cuánto tienen que esperar?',
  waitHelp: 'En ese tiempo puedes pararlo desde cualquier teléfono tuyo.',
  waits: { '24': '1 día', '48': '2 días', '168': '7 días' },
  ask: 'Preguntarles',
  needsServer: 'Para esto hace falta el servidor una vez. Prueba de nuevo cuando haya señal.',

  yours: 'Tus personas para esto',
  answers: {
    waiting: 'Sin respuesta todavía',
    yes: 'Dijo que sí',
    no: 'Ahora no puede',
    over: 'Hay que elegir otra vez',
  },
  ready: (needed, wait) =>
    `Listo. Si se pierde este teléfono, ${needed} de estas personas juntas te dejan entrar. Tarda ${wait}.`,
  notYet: (needed) => `Funciona cuando ${needed} de ellas digan que sí. La pregunta está en su aplicación.`,
  off: 'Se paró 3 veces en un mes, así que está apagado. Elige otra vez a tus personas para encenderlo.',
  again: 'Algo cambió con una de tus personas, así que su parte ya no cuenta. Elige otra vez.',
  twoWays: 'Tienes 2 caminos de vuelta: estas personas y tu tarjeta.',
  oneWay: 'Haz también una tarjeta. Es más rápida y trae de vuelta tu diario.',
  change: 'Elegir otra vez',
  changeNote: 'Lo que guardan de antes ya no abre nada. No se les avisa.',
  stop: 'Apagar esto',
  stopSure: '¿Apagar esto? Entonces estas personas ya no pueden dejarte entrar. No se les avisa.',

  askedTitle: 'Alguien pide entrar en tu página',
  askedNote: 'Es un teléfono que todavía no tiene nada. Si nadie lo para, puede abrir tu página.',
  askedWhen: (when) => `Puede abrirla desde el ${when}.`,
  askedPaused: 'El tiempo no corre hasta que respondas aquí.',
  mine: 'Soy yo',
  mineNote: 'Bien. Ahora corre el tiempo que falta. Todavía puedes pararlo aquí.',
  notMine: 'No soy yo: páralo',
  stopped: 'Parado. Durante un día nadie puede pedirlo otra vez.',
  stoppedNote: '¿En quién ya no confías para esto? Aquí puedes elegir a otras personas.',

  help: {
    askTitle: (name) => `${name} te pide que guardes parte de una llave`,
    ask: (name) =>
      `Si ${name} pierde el teléfono, le ayudas a entrar otra vez. Hasta entonces no hay nada que hacer.`,
    askNote: (name) =>
      `No te muestra nada de la página de ${name}. Puedes decir que no. Nadie te pide un motivo.`,
    keep: 'Guardarla',
    no: 'Ahora no',
    noDone: 'Está bien. Tu respuesta ya se pasó.',
    kept: (name) => `Guardas parte de una llave de ${name}. Queda en tu aplicación.`,
    title: (name) => `Ayudar a ${name} a entrar`,
    live: (name) => `Solo mientras oyes a ${name} en una llamada, o cara a cara. No por mensajes.`,
    liveTitle: '¿Conoces la voz?',
    codeTitle: (name) => `Lee estas letras a ${name}`,
    code: 'En el teléfono nuevo: abre esta dirección, luego “Ya tengo una página” y luego “Mi gente puede ayudar”.',
    codeLabel: 'Letras para leer en voz alta',
    wordsTitle: (name) => `${name} te lee 6 palabras`,
    words: 'Escribe aquí las 6 palabras',
    wordsHelp: 'Como las oyes, en este orden. Las mayúsculas no importan.',
    send: (name) => `Dejar entrar a ${name}`,
    different: (name) => `Estas palabras no coinciden. Pide a ${name} que las lea otra vez, despacio.`,
    nobody: (name) =>
      `Ahora ningún teléfono pide nada. Primero ${name} escribe las letras en el teléfono nuevo.`,
    done: (name) => `Tu sí ya va al teléfono de ${name}.`,
    doneNote: 'Se abre después de un tiempo de espera. No tienes que hacer nada más.',
    wrong: '¿Algo no te parece bien? Para aquí. No se avisa a nadie.',
    leave: 'Parar aquí',
    empty: 'Nadie te ha dado parte de una llave.',
    several: '¿Quién te llama?',
  },

  back: {
    title: 'Mi gente puede ayudar',
    note: 'Llama a una de las personas que elegiste. Su aplicación muestra 12 letras para ti.',
    where: 'Están junto a tu nombre.',
    label: 'Las 12 letras que te leen',
    labelHelp: 'Mayúsculas, espacios y guiones no importan.',
    good: 'Las letras encajan.',
    length: (have) => `${have} ${have === 1 ? 'letra' : 'letras'} hasta ahora. Son 12.`,
    check: 'Una letra no está bien. Pide que te las lean otra vez.',
    ask: 'Seguir',
    failures: {
      'no-account': 'Ninguna página es de estas letras. Pregunta a otra de tus personas.',
      'turned-off': 'Este camino está apagado para tu página. Una tarjeta de recuperación todavía la abre.',
      'stopped-lately': 'Alguien paró esto en uno de tus teléfonos. Prueba otra vez en un día.',
    },
    wordsTitle: 'Lee estas 6 palabras a cada persona',
    wordsNote: 'Solo a quienes elegiste, en una llamada o cara a cara. No las envíes.',
    yes: (n) =>
      n === 0
        ? 'Todavía nadie dijo que sí.'
        : n === 1
          ? '1 persona dijo que sí.'
          : `${n} personas dijeron que sí.`,
    more: (n) => (n === 0 ? 'Llama a una de tus personas.' : 'Llama a otra de tus personas.'),
    enough: 'Con eso basta.',
    now: 'Tu página ya puede abrirse',
    when: (when) => `Tu página puede abrirse desde el ${when}.`,
    keep: 'Puedes cerrar esto. Queda en este teléfono.',
    paused:
      'Uno de tus teléfonos de antes está en uso y pregunta allí si eres tú. Hasta entonces el tiempo no corre.',
    vetoed: 'Esto se paró en uno de tus teléfonos. Si no fuiste tú, usa tu tarjeta o llama a toda tu gente.',
    over: 'Esto terminó. Empieza otra vez con una de tus personas.',
    offline: 'Ahora no hay señal. Las palabras siguen igual.',
    open: 'Abrir mi página',
    again: 'Empezar otra vez',
    againSure:
      '¿Empezar otra vez? Entonces las palabras son nuevas y tu gente tiene que decir que sí otra vez.',
    done: 'Ya estás de vuelta',
    doneNote: 'Tus otros teléfonos quedaron fuera y las tarjetas viejas ya no sirven.',
    doneJournal: 'Tu diario no volvió. Solo se lee en un teléfono que lo tenga.',
    doneNext: 'Haz ahora una tarjeta nueva y elige otra vez a tus personas.',
    card: 'Hacer una tarjeta',
    choose: 'Elegir a mi gente',
  },
};

export default words;
