import type { SureWords } from '../en/sure.ts';

const words: SureWords = {
  check: {
    title: (name) => `¿De verdad es ${name}?`,
    note: (name) =>
      `Esto muestra si alguien está en medio entre tú y ${name}. Hagan una de estas cosas, una vez. El otro teléfono también tiene esta página.`,
    done: (name) => `Ya comprobaste que es ${name}. Vale hasta que alguien empiece una página nueva.`,
    room: 'En persona',
    roomNote: (name) => `Acerca este cuadro al teléfono de ${name}. Después lee el cuadro de allí.`,
    squareLabel: 'Cuadro para el otro teléfono',
    read: 'Leer su cuadro',
    scanTitle: (name) => `Apunta la cámara al teléfono de ${name}`,
    scanNo: 'La cámara no está disponible para esta página. Usa el código de abajo, o el número.',
    copy: 'Copiar código',
    copied: 'Copiado.',
    paste: 'O pega el código de su teléfono',
    compare: 'Comparar',
    call: 'En una llamada, donde conoces la voz',
    words: 'Comparar 6 palabras',
    number: 'O comparar el número',
    numberNote: 'Léanlo en voz alta, grupo por grupo. Los 2 teléfonos muestran los mismos 12 grupos.',
    numberLabel: 'El número, en 12 grupos',
    same: 'Es igual',
    not: 'No es igual',
    next: 'Elegir qué compartir',
    replaced: (name) => `${name} sigue con otra página.`,
  },
  stopped: {
    title: (name) => `Ahora no le llega nada a ${name}`,
    why: {
      key: [
        'Llegó otra llave a nombre de esta persona. La app no la aceptó.',
        'Quizás empezó una página nueva. O alguien puede estar en medio.',
      ],
      differs: [
        'Lo que compararon no era igual en los 2 teléfonos.',
        'Quizás alguien miró otra página. O alguien puede estar en medio.',
      ],
    },
    still: 'Lo que compartes con otras personas sigue. No se perdió nada de lo que escribiste.',
    what: 'Qué puedes hacer',
    ring: 'Llama a un número que conoces, o habla en persona.',
    check: 'Comprobar otra vez',
    checkNote: 'Cuando el número o los cuadros sean iguales, sigue lo que compartías.',
    fresh: 'Empezó una página nueva',
    freshNote: 'Invita a la página nueva y compruébala. Después ponla en lugar de esta.',
    theirsNote: 'Abre la invitación de la página nueva y compruébala. Después ponla en lugar de esta.',
    leave: 'Dejarlo parado',
    calm: 'Aquí no hay nada parado.',
  },
  same: {
    title: (name) => `¿Quién era ${name} antes?`,
    note: 'Quien pierde su teléfono empieza otra vez en una página nueva. Elige la que tenía antes.',
    first: (name) => `Primero comprueba que de verdad es ${name}. Después vuelve aquí.`,
    none: 'No hay nadie más para elegir.',
    sure: (before) => `¿Es la misma persona, ${before}, en una página nueva?`,
    sureNote:
      'Lo que compartías sigue con la página nueva, hasta el mismo día. A la anterior no le llega nada más, y sale de tu lista.',
    yes: 'Sí',
    done: (name) => `${name} sigue con la página nueva.`,
  },
  again: {
    title: 'Empezar de nuevo con tu gente',
    lead: 'Si una página se pierde con un teléfono, puedes empezar otra. Tu gente vuelve a ella, de a una persona.',
    steps: [
      'Llama a alguien de tu gente, o habla en persona.',
      'Invítale desde aquí, en persona o con un enlace.',
      'Comprueben que eres tú: un cuadro, 6 palabras o un número.',
      'En su teléfono elige “Antes tenía otra página”, y tu página anterior.',
    ],
    after: 'Lo que compartía contigo sigue. Lo que compartes tú, lo eliges de nuevo.',
    sealed:
      'Lo que había en la página anterior queda sellado. Nadie puede abrirlo por ti, y nosotros tampoco.',
    alone: 'Cada persona decide por su cuenta, y no ve quién más está.',
    card: 'Si encuentras una tarjeta de recuperación, todavía abre la página anterior.',
    invite: 'Invitar a alguien',
  },
  quiet: {
    title: (name) => `Guardar silencio con ${name}`,
    note: (name) =>
      `A ${name} le queda una línea corta. Lo demás que le compartes se detiene. Su página se ve igual.`,
    label: 'La línea que le queda',
    help: 'Se queda hasta que la cambies. Algo corto que sea cierto.',
    ideas: ['Por aquí, bien.', 'Días tranquilos.', 'Yo te llamo.'],
    ideasLabel: 'Líneas para empezar',
    willSee: (name) => `${name} verá`,
    lineFirst: 'Primero escribe la línea',
    go: 'Guardar silencio',
    keep: 'Dejar esta línea',
    notNow: 'Ahora no',
    honest: (name) => `No le avisamos a ${name}, aunque lo puede notar. Lo que ya vio no se puede quitar.`,
  },
};

export default words;
